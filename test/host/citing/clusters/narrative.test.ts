import { expect, it } from 'vitest';
import type { Reference } from '../../../../core/report/types.ts';
import type { Template } from '../../../../core/template/types.ts';
import { createCiting } from '../../../../host/citing/citing.ts';
import { createAuthors } from '../../../../host/citing/clusters/narrative.ts';
import type { Engine } from '../../../../host/citing/engine.ts';
import { styleNamed } from '../../../../host/citing/styles/styles.ts';
import { styleXml } from '../../../../host/citing/styles/writing.ts';

it('names for sentences are asked of the engine once, and anew when a work is told apart otherwise', () => {
  const asked: string[] = [];
  const engine = {
    opt: { update_mode: 0 },
    processCitationCluster: ({
      citationID,
      citationItems: [item],
    }: {
      citationID: string;
      citationItems: { id: string }[];
    }) => {
      asked.push(String(item?.id));
      return [{ bibchange: false }, [[0, `names of ${item?.id}`, citationID]]];
    },
  } as unknown as Engine;
  const authors = createAuthors(engine);
  const registered: (readonly string[])[] = [];
  const parts = (apart: Readonly<Record<string, string>>, named: boolean) => ({
    nameOf: (id: string) => (named ? id : null),
    decided: (id: string) => apart[id] ?? '',
    register: (ids: readonly string[]) => void registered.push(ids),
  });
  expect(authors(['a', 'b'], parts({}, true)).get('b')).toBe('names of b');
  authors(['a', 'b'], parts({}, true));
  expect(asked).toEqual(['a', 'b']);
  authors(['a', 'b'], parts({ b: 'given names' }, true));
  expect(asked).toEqual(['a', 'b', 'b']);
  expect(registered).toEqual([['a', 'b'], [], ['b']]);
  // Of works whose texts are not known apart nothing is kept.
  authors(['a'], parts({}, false));
  authors(['a'], parts({}, false));
  expect(asked.slice(3)).toEqual(['a', 'a']);
});

it('names in a sentence are those of a report formatted anew, whatever was cited in between', () => {
  const of = (id: string, given: string, year: number): Reference => ({
    id,
    item: {
      id,
      type: 'book',
      title: `On ${id}`,
      author: [{ family: 'Roy', given }, { family: `Lee${year}` }, { family: 'Kim' }],
      issued: { 'date-parts': [[year]] },
    },
  });
  const references = [of('a', 'Anna', 2019), of('b', 'Zoe', 2019), of('c', 'Anna', 2019), of('d', 'Paul', 2012)];
  const style = styleNamed('apa');
  const csl = style ? styleXml(style, 'apa') : '';
  const format = (id: string, cited: readonly string[]) =>
    createCiting({ templatesFolder: 'nowhere' }).format({
      clusters: cited.map((reference, at) => ({
        type: 'citation',
        id: `${at}-${reference}`,
        items: [{ reference }],
        ...(reference === 'a' || reference === 'd' ? { narrative: true } : {}),
        children: [{ text: '' }],
      })),
      references,
      template: { id, citations: { style: 'own', csl, kind: 'author-date' } } as Template,
      language: 'en',
    });
  const walks = [['a'], ['a', 'b'], ['d', 'a', 'b'], ['d', 'a', 'c', 'b'], ['d', 'a', 'c'], ['a']];
  const seen = walks.map((cited, at) => {
    const now = format('kept', cited);
    expect(now).toEqual(format(`anew-${at}`, cited));
    return Object.values(now.names ?? {}).join('; ');
  });
  expect(new Set(seen).size).toBeGreaterThan(2);
});
