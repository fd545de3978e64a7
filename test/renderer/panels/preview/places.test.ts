import { Editor, Element, Node, type Path, Transforms } from 'slate';
import { expect, it } from 'vitest';
import { pdfDefinition } from '../../../../core/export/pdf/index.ts';
import type { PrintedPlace } from '../../../../core/export/types.ts';
import { resolve } from '../../../../core/manuscript/resolve.ts';
import type { Part } from '../../../../core/report/document.ts';
import type { CaseEditor } from '../../../../renderer/editor/types.ts';
import { placeAt, sourceAtCaret } from '../../../../renderer/panels/preview/places.ts';
import { complete, house, plainCitations } from '../../../core/fixtures.ts';
import { editorWith } from '../../editor/sample.ts';

/** Every name that a definition gives to what it prints. */
function sourcesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'source' && typeof each === 'string' ? [each] : sourcesIn(each),
  );
}

const printed = new Set(
  sourcesIn(
    pdfDefinition({
      manuscript: resolve(complete, house('plain-fr'), plainCitations(complete)),
      template: house('plain-fr'),
      images: {},
      date: new Date(0),
      creator: 'Casewright',
    }),
  ),
);

const put = (editor: CaseEditor, path: Path) => Transforms.select(editor, Editor.start(editor, path));

it('wherever the caret stands in what is printed, the pages know the place by the same name', () => {
  const editor = editorWith(complete.parts as Part[]);
  let texts = 0;
  for (const [text, path] of Node.texts(editor)) {
    const block = Node.levels(editor, path);
    if (Node.string(text) === '' || [...block].some(([node]) => Element.isElement(node) && editor.isVoid(node)))
      continue;
    put(editor, path);
    const source = sourceAtCaret(editor);
    expect(printed, `${Node.string(text)}: ${source}`).toContain(source);
    texts++;
  }
  expect(texts).toBeGreaterThan(20);
});

it('without a caret, and in what is empty, nothing is meant', () => {
  const editor = editorWith([]);
  expect(sourceAtCaret(editor)).toBeNull();
});

it('a press beside a block still means it, and of two the one inside the other', () => {
  const place = (source: string, top: number, height: number): PrintedPlace => ({
    source,
    page: 2,
    left: 50,
    top,
    width: 300,
    height,
  });
  const places = [place('figure', 100, 200), place('caption', 280, 20), place('below', 320, 30)];
  expect(placeAt(places, 2, 60, 150)?.source).toBe('figure');
  expect(placeAt(places, 2, 60, 290)?.source).toBe('caption');
  expect(placeAt(places, 2, 44, 330)?.source).toBe('below');
  expect(placeAt(places, 2, 20, 330)).toBeUndefined();
  expect(placeAt(places, 1, 60, 150)).toBeUndefined();
});
