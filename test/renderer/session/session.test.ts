import { Transforms } from 'slate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Opened } from '../../../core/contract/values.ts';
import { copiesIn } from '../../../core/references/copies.ts';
import { blankReport } from '../../../core/report/blank.ts';
import type { Citation, Part } from '../../../core/report/document.ts';
import { apply, type Op } from '../../../core/report/ops.ts';
import { citationsOf, emptyPart } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';
import type { CaseReport, Front } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { mergeCopies } from '../../../renderer/session/merging.ts';
import { openSession, partOps } from '../../../renderer/session/session.ts';
import { type FakeHost, fakeHost } from '../fake-host.ts';

const words = { en: 'Heading', fr: 'Titre' };
const HEADINGS = [
  'title',
  'abstract',
  'introduction',
  'observation',
  'discussion',
  'conclusion',
  'consent',
  'ethics',
  'funding',
  'conflicts',
  'contributions',
  'acknowledgements',
  'perspective',
  'references',
  'keywords',
];

function template(id: string): Template {
  return {
    version: 2,
    id,
    name: words,
    description: words,
    languages: ['fr'],
    page: {
      size: 'A4',
      margins: [25, 25, 25, 25],
      fontSize: 11,
      lineHeight: 1.4,
      columns: 1,
      titlePage: false,
      lineNumbers: false,
      justified: false,
    },
    numbering: { sections: 'roman', headings: 'none' },
    order: ['abstract', 'introduction', 'observation', 'discussion', 'conclusion', 'references'],
    headings: Object.fromEntries(HEADINGS.map(key => [key, words])) as Template['headings'],
    labels: { figure: words, table: words, after: '.' },
    abstract: { also: [], structure: [] },
    citations: { style: 'style.csl', kind: 'superscript' },
    statements: [],
    limits: [],
    title: {},
    figures: {},
    manuscript: {},
    files: {},
  };
}

const report = blankReport({ id: 'r', language: 'fr', template: 'one', abstracts: [] });
const opened: Opened = {
  document: 'd',
  report,
  revision: 0,
  path: null,
  inFile: false,
  recovered: false,
  warnings: [],
};
const front: Front = { ...report.front, runningTitle: 'Short' };

function open(): { host: FakeHost; session: ReturnType<typeof openSession> } {
  let revision = 0;
  const host = fakeHost({
    'report.apply': () => ({ ok: true, value: { revision: ++revision, at: 1000 } }),
    'report.save': ({ path }) => ({ ok: true, value: { path: path ?? '/a/b.casereport', at: 2000, revision } }),
    'report.close': () => null,
    'citations.format': ({ clusters }) => ({
      clusters: Object.fromEntries((clusters as readonly Citation[]).map(({ id }) => [id, [{ text: '1' }]])),
      bibliography: [],
      missing: [],
    }),
  });
  return { host, session: openSession({ host, opened, templates: [template('one'), template('two')] }) };
}

/** Types at the start of a part, as the editor would. */
function type(session: ReturnType<typeof openSession>, key: Part['key'], text: string): void {
  const index = session.editor.children.findIndex(part => (part as Part).key === key);
  Transforms.insertText(session.editor, text, { at: { path: [index, 0, 0], offset: 0 } });
}

const settle = () => vi.advanceTimersByTimeAsync(3000);
const state = (session: ReturnType<typeof openSession>) => session.store.getState();
const written = (session: ReturnType<typeof openSession>, key: Part['key']) =>
  textOf(state(session).report.parts.find(part => part.key === key) ?? emptyPart(key));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an open report', () => {
  it('sends the part that was typed in, and no other', async () => {
    const { host, session } = open();
    type(session, 'discussion', 'Rare.');
    await settle();
    expect(written(session, 'discussion')).toBe('Rare.');
    const ops = host.inputs('report.apply').flatMap(input => input.ops as Op[]);
    expect(ops.map(op => ('key' in op ? op.key : op.set))).toEqual(['discussion']);
    expect(state(session).keeping).toEqual({ state: 'journal', at: 1000 });
  });

  it('undoes text and data in the order they were done, and sends what undoing changed', async () => {
    const { host, session } = open();
    type(session, 'discussion', 'Rare.');
    await settle();
    session.dispatch([{ set: 'front', value: front }], 'Change the front matter');
    expect(state(session).undoLabel).toBe('Change the front matter');
    await settle();
    session.undo();
    expect(state(session).report.front.runningTitle).toBe('');
    expect(written(session, 'discussion')).toBe('Rare.');
    session.undo();
    await settle();
    expect(written(session, 'discussion')).toBe('');
    const sent = host.inputs('report.apply').flatMap(input => input.ops);
    expect(sent.at(-1)).toMatchObject({ set: 'text', key: 'discussion' });
    session.redo();
    session.redo();
    await settle();
    expect(state(session).report.front.runningTitle).toBe('Short');
  });

  it('has the host format citations only after it holds the references', async () => {
    const { host, session } = open();
    await settle();
    session.dispatch(
      [{ set: 'reference', id: 'a', value: { id: 'a', item: { id: 'a', type: 'book', title: 'A' } } }],
      'Add',
    );
    await settle();
    const names = host.asked.map(({ name }) => name);
    expect(names.lastIndexOf('citations.format')).toBeGreaterThan(names.lastIndexOf('report.apply'));
  });

  it('shows the printed form of a cluster soon after it was cited', async () => {
    const { session } = open();
    const index = session.editor.children.findIndex(part => (part as Part).key === 'discussion');
    const citation = { type: 'citation' as const, id: 'c', items: [{ reference: 'a' }], children: [{ text: '' }] };
    Transforms.insertNodes(session.editor, citation, { at: [index, 0, 1] });
    await settle();
    expect(state(session).citations.clusters).toEqual({ c: [{ text: '1' }] });
  });

  it('makes two references of one work one, its citations with it, as one step that can be taken back', async () => {
    const { host, session } = open();
    const item = { type: 'article-journal', title: 'One work', DOI: '10.5555/x' };
    for (const [id, more] of [
      ['a', {}],
      ['b', { volume: '3' }],
    ] as const)
      session.dispatch([{ set: 'reference', id, value: { id, item: { ...item, ...more, id } } }], 'Add');
    const index = session.editor.children.findIndex(part => (part as Part).key === 'discussion');
    const citing = (id: string, ...works: readonly string[]): Citation => ({
      type: 'citation',
      id,
      items: works.map(reference => ({ reference })),
      children: [{ text: '' }],
    });
    Transforms.insertNodes(session.editor, citing('c', 'a'), { at: [index, 0, 1] });
    Transforms.insertNodes(session.editor, citing('d', 'b', 'a'), { at: [index, 0, 3] });
    await settle();
    const before = state(session).report;
    const cited = () =>
      citationsOf(state(session).report.parts.flatMap(({ children }) => children)).map(({ items }) =>
        items.map(({ reference }) => reference),
      );
    const [copies] = copiesIn(before);
    if (!copies) throw new Error('none found');
    mergeCopies(session, copies, [], 'Merge');
    await settle();
    expect(state(session).report.references.map(each => each.item)).toEqual([{ ...item, id: 'a', volume: '3' }]);
    expect(cited()).toEqual([['a'], ['a']]);
    expect(copiesIn(state(session).report)).toEqual([]);
    session.undo();
    await settle();
    expect(state(session).report).toEqual(before);
    expect(cited()).toEqual([['a'], ['b', 'a']]);
    session.redo();
    await settle();
    expect(cited()).toEqual([['a'], ['a']]);
    const sent = host.inputs('report.apply').flatMap(input => input.ops as Op[]);
    expect(new Set(sent.slice(-3).map(({ set }) => set))).toEqual(new Set(['text', 'reference']));
  });

  it('keeps the same numbering while nothing numbered changes', async () => {
    const { session } = open();
    const before = state(session).numbering;
    type(session, 'discussion', 'Rare.');
    await settle();
    expect(state(session).numbering).toBe(before);
    session.dispatch([{ set: 'template', value: 'two' }], 'Change the template');
    expect(state(session).template.id).toBe('two');
  });

  it('says "in the file" only for what the file holds', async () => {
    const { session } = open();
    type(session, 'discussion', 'Rare.');
    await session.save('/a/b.casereport');
    expect(state(session)).toMatchObject({ path: '/a/b.casereport', keeping: { state: 'file', at: 2000 } });
    expect(session.isOnlyInJournal()).toBe(false);
    type(session, 'discussion', 'Very ');
    await settle();
    expect(state(session).keeping.state).toBe('journal');
    expect(session.isOnlyInJournal()).toBe(true);
  });

  it('what the host refused is in no file: saving says why, and the window’s own version can be kept', async () => {
    const { host, session } = open();
    const problem = { code: 'report.behind', message: words, hint: words };
    host.answer({
      'report.apply': () => ({ ok: false, problem }),
      'report.keepCopy': () => ({ ok: true, value: opened }),
    });
    type(session, 'discussion', 'Mine.');
    expect(await session.save('/a/b.casereport')).toEqual({ ok: false, problem });
    expect(host.inputs('report.save')).toEqual([]);
    expect(session.isOnlyInJournal()).toBe(true);
    type(session, 'discussion', 'All of ');
    await session.keepCopy();
    const { report: kept } = host.inputs('report.keepCopy')[0] ?? {};
    expect(kept).toEqual(state(session).report);
    expect(written(session, 'discussion')).toBe('All of Mine.');
  });

  it('leaves nothing behind in the window when it closes', async () => {
    const { host, session } = open();
    type(session, 'discussion', 'Rare.');
    await session.close();
    const names = host.asked.map(({ name }) => name);
    expect(names.at(-1)).toBe('report.close');
    expect(names).toContain('report.apply');
  });
});

describe('parts as ops', () => {
  it('says where a part that came is put, and takes away one that went first', () => {
    const [title, abstract, ...rest] = report.parts as readonly [Part, Part, ...Part[]];
    const other = emptyPart('abstract:en');
    expect(partOps(report.parts, [title, other, ...rest])).toEqual([
      { set: 'part', key: abstract.key, value: null },
      { set: 'part', key: 'abstract:en', value: other, at: 1 },
    ]);
  });

  it('puts what changed places where it stands now', () => {
    const [title, abstract, ...rest] = report.parts as readonly [Part, Part, ...Part[]];
    const other = emptyPart('abstract:en');
    const before = [title, abstract, other, ...rest];
    const now = [title, other, abstract, ...rest];
    const after = partOps(before, now).reduce<CaseReport>((sum, op) => apply(sum, op).report, {
      ...report,
      parts: before,
    });
    expect(after.parts).toEqual(now);
  });

  it('is nothing for the same value', () => {
    expect(partOps(report.parts, [...report.parts])).toEqual([]);
  });
});
