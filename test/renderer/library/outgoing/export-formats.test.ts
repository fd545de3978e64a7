import { expect, it } from 'vitest';
import { referenceEndings } from '../../../../core/formats/endings.ts';
import { referenceFormats } from '../../../../core/formats/index.ts';
import { EXPORT_FORMATS } from '../../../../renderer/library/outgoing/export-formats.ts';

it('every format that is written is offered, with its name and ending', () => {
  const written = referenceFormats.flatMap(({ id, name, extensions, write }) =>
    write ? [{ id, name, extensions }] : [],
  );
  expect(EXPORT_FORMATS.map(({ id }) => id).toSorted()).toEqual(written.map(({ id }) => id).toSorted());
  for (const { id, label, extension } of EXPORT_FORMATS) {
    const format = written.find(each => each.id === id);
    expect(label).toBe(format?.name);
    expect(referenceEndings).toContain(`.${extension}`);
  }
});
