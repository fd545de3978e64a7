import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwn } from '../../../core/template/choose.ts';
import { writeTemplate } from '../../../core/template/parse.ts';
import type { Template } from '../../../core/template/types.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { aliases } from '../../../host/citing/styles/aliases.ts';
import { styleText } from '../../../host/citing/styles/catalogue.ts';
import { findStyles } from '../../../host/citing/styles/finding-styles.ts';
import { journals } from '../../../host/citing/styles/journals.ts';
import { styleNamed } from '../../../host/citing/styles/styles.ts';
import { createWorkshop } from '../../../host/export/tasks.ts';
import { createTemplateRoom } from '../../../host/services/templates.ts';
import { house } from '../../core/fixtures.ts';
import { folderForTests } from '../documents/folder.ts';

const folder = folderForTests();
const templatesFolder = join(import.meta.dirname, '..', '..', '..', 'templates');
const workshop = createWorkshop({ templatesFolder }, null);
let count = 0;
const roomOf = (ownFolder = join(folder, `user-${count++}`)) =>
  createTemplateRoom({ templatesFolder, ownFolder, stylesFolder: `${ownFolder}-styles`, workshop });
const never = new AbortController().signal;

const mine = (change: Partial<Template> = {}): Template => ({
  ...house('bmj-case-reports'),
  id: 'own-1',
  name: { en: 'Mine', fr: 'Le mien' },
  ...change,
});
const asData = (template: Template) => template as unknown as Record<string, unknown>;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a template of the user’s', () => {
  it('is kept, listed behind those of the program, changed, and taken away', async () => {
    const own = join(folder, 'mine');
    const room = roomOf(own);
    expect((await room.all()).some(isOwn)).toBe(false);
    expect((await room.handlers['templates.save']({ template: asData(mine()) }, never)).ok).toBe(true);
    expect((await room.all()).at(-1)?.name.en).toBe('Mine');
    await room.handlers['templates.save']({ template: asData(mine({ name: { en: 'Ours', fr: 'Le nôtre' } })) }, never);
    // Another program finds it too.
    expect((await roomOf(own).all()).filter(isOwn).map(({ name }) => name.en)).toEqual(['Ours']);
    await room.handlers['templates.remove']({ id: 'own-1' }, never);
    expect((await room.all()).some(isOwn)).toBe(false);
    expect(existsSync(join(own, 'own-1'))).toBe(false);
  });
  it('that is wrong is refused with the place of the mistake, and nothing is kept', async () => {
    const room = roomOf();
    const limit = { of: 'text', in: 'words', max: 0, source: '', read: '', confidence: 'not confirmed' };
    const answer = await room.handlers['templates.save']({ template: { ...mine(), limits: [limit] } }, never);
    expect(answer.ok ? '' : answer.problem.message.en).toContain('limits.0.max');
    const style = mine({ citations: { style: 'no-such-style', kind: 'bracket' } });
    const named = await room.handlers['templates.save']({ template: asData(style) }, never);
    expect(named.ok ? '' : named.problem.code).toBe('template.style');
    expect((await room.all()).some(isOwn)).toBe(false);
  });
  it('of the program is never written over or taken away', async () => {
    const room = roomOf();
    await expect(
      (async () => room.handlers['templates.save']({ template: asData(house('plain-fr')) }, never))(),
    ).rejects.toThrow();
    await expect((async () => room.handlers['templates.remove']({ id: '../plain-fr' }, never))()).rejects.toThrow();
  });
});

describe('a template as a file', () => {
  it('is shared and imported elsewhere, its style with it, also where that lay beside it', async () => {
    const path = join(folder, 'plain.casetemplate');
    const shared = await roomOf().handlers['templates.share']({ id: 'plain-fr', path }, never);
    expect(shared.ok).toBe(true);
    const room = roomOf();
    const taken = await room.handlers['templates.importFile']({ path }, never);
    if (!taken.ok) throw new Error(taken.problem.message.en);
    expect(isOwn(taken.value)).toBe(true);
    expect(taken.value.citations.style).toBe('casewright-plain-fr');
    expect({ ...taken.value, id: '', citations: null }).toEqual({ ...house('plain-fr'), id: '', citations: null });
    expect(await styleText(taken.value, templatesFolder)).toBe(
      readFileSync(join(templatesFolder, 'plain-fr', 'style.csl'), 'utf8'),
    );
  });
  it('imported twice is there once; one of its name with other rules comes beside it', async () => {
    const room = roomOf();
    const take = (template: Template) =>
      room.handlers['templates.import']({ name: 'm.json', bytes: bytes(writeTemplate(template)) }, never);
    await take(mine());
    await take(mine());
    expect((await room.all()).filter(isOwn)).toHaveLength(1);
    await take(mine({ limits: [] }));
    const [one, two] = (await room.all()).filter(isOwn);
    expect(one?.id).not.toBe(two?.id);
  });
  it.each([
    ['no JSON', '{', 'template.unreadable', 'JSON'],
    ['another thing', '{"title": 1}', 'template.unreadable', 'id'],
    ['of a later version', '{"version": 99}', 'template.later', 'later version'],
    [
      'with a style beside it that did not come',
      writeTemplate({ ...mine(), citations: { style: 'x.csl', kind: 'bracket' } }),
      'template.style',
      'x.csl',
    ],
  ])('%s is refused in words that say so', async (_name, text, code, said) => {
    const answer = await roomOf().handlers['templates.import']({ name: 'given.json', bytes: bytes(text) }, never);
    expect(answer.ok ? null : answer.problem.code).toBe(code);
    expect(answer.ok ? '' : answer.problem.message.en).toContain(said);
    expect(answer.ok ? '' : answer.problem.hint.en).toMatch(/Nothing was (?:imported|kept)/);
  });
  it('that is not there is a problem in words', async () => {
    const answer = await roomOf().handlers['templates.importFile']({ path: join(folder, 'none.json') }, never);
    expect(answer.ok ? null : answer.problem.code).toBe('file.missing');
    writeFileSync(join(folder, 'torn.json'), '');
  });
});

describe('citation styles', () => {
  it('are found by words of their name, whatever their accents and order', () => {
    const [first, ...others] = findStyles('Vancôuver');
    expect(first).toEqual({ id: 'vancouver', name: 'Vancouver' });
    expect(others.slice(0, 10).every(({ name }) => name.includes('Vancouver'))).toBe(true);
    expect(findStyles('superscript vancouver').map(({ id }) => id)).toContain('vancouver-superscript');
    expect(findStyles('numeros exposant')).toEqual([{ id: 'casewright-plain-fr', name: 'Numéros en exposant' }]);
    expect(findStyles('casewright').map(({ id }) => id)).toContain('casewright-plain-fr');
    expect(findStyles('zzzz')).toEqual([]);
    expect(findStyles('nlm')[0]).toEqual({ id: 'vancouver', name: 'NLM, ICMJE (Vancouver)' });
    expect(findStyles('american psychological')[0]?.id).toBe('apa');
    expect(findStyles('ama')[0]?.id).toBe('american-medical-association');
    expect(findStyles('').length).toBe(50);
  });
  it.each([
    ['J Med Case Rep', 'biomed-central', 'Journal of Medical Case Reports'],
    ['Ann dermatol venereol', 'elsevier-vancouver', 'Annales de Dermatologie et de Vénéréologie'],
    ['Rev med interne', 'elsevier-vancouver', 'La Revue de médecine interne'],
    ['BMJ Case Rep', 'bmj', 'BMJ Case Reports'],
    ['N Engl J Med', 'the-new-england-journal-of-medicine', 'New England Journal of Medicine'],
    ['Eur Heart J', 'european-society-of-cardiology', 'European Heart Journal'],
    ['J Clin Med', 'multidisciplinary-digital-publishing-institute', 'Journal of Clinical Medicine'],
    ['Rev Mal Respir', 'elsevier-vancouver', 'Revue des Maladies Respiratoires'],
    ['Rev Neurol (Paris)', 'elsevier-vancouver', 'Revue Neurologique'],
    ['presse medicale', 'elsevier-vancouver', 'La Presse Médicale'],
    ['NEJM', 'the-new-england-journal-of-medicine', 'New England'],
    ['JAAD', 'american-medical-association', 'Journal of the American Academy of Dermatology'],
    ['jama', 'american-medical-association', 'Journal of the American Medical Association'],
    ['AJKD', 'american-medical-association', 'American Journal of Kidney Diseases'],
    ['Brtish jounral of dermatolgy', 'british-journal-of-dermatology', 'British Journal of Dermatology'],
    ['Natrue', 'nature', 'Nature'],
    ['revue du rhumatime', 'elsevier-vancouver', 'Revue du rhumatisme'],
    ['iso690 français note', 'iso690-note-fr', 'ISO-690'],
    ['apa 7', 'apa', 'APA 7th'],
  ])('of the journal %s are found as it is typed: abbreviated, by its initials, mistyped', (words, style, journal) => {
    const [first] = findStyles(words);
    expect(first?.id).toBe(style);
    expect(first?.name).toContain(journal);
  });
  it('are not found by a few letters within some word', () => {
    expect(findStyles('gut')).toEqual([]);
  });
  it('of every alias and journal is there', () => {
    for (const { style } of [...aliases, ...journals]) expect(styleNamed(style), style).not.toBe(null);
    const names = journals.flatMap(each => each.journals);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
  it.each([
    ['bmj', 'bracket'],
    ['vancouver-superscript', 'superscript'],
    ['apa', 'author-date'],
    ['nature', 'superscript'],
    ['american-medical-association', 'superscript'],
    ['elsevier-harvard', 'author-date'],
    ['casewright-plain-fr', 'superscript'],
    ['casewright-author-date', 'author-date'],
  ])('%s cites as %s, and shows what it prints', async (style, kind) => {
    const look = await roomOf().handlers['styles.look']({ style, language: 'en' }, never);
    expect(look.ok && look.value.kind).toBe(kind);
    expect(look.ok && look.value.sample.bibliography).toHaveLength(2);
  });
  it('of notes raises its calls, which are numbered, and needs no list of references', async () => {
    const look = await roomOf().handlers['styles.look']({ style: 'oscola', language: 'en' }, never);
    expect(look.ok && look.value.kind).toBe('superscript');
    expect(look.ok && look.value.sample.notes).toEqual({ first: 1, second: 2 });
    const second = look.ok && look.value.sample.clusters.second?.map(({ text }) => text).join('');
    expect(second).toBe('Alvarez and Martin (n 1).');
  });
  it('of the CSL project is written as a style that can be read again', async () => {
    const text = await styleText(house('bmj-case-reports'), templatesFolder);
    expect(text).toContain('<id>http://www.zotero.org/styles/bmj</id>');
    expect(text).toContain('xmlns="http://purl.org/net/xbiblio/csl"');
    const { XMLValidator } = await import('fast-xml-parser');
    expect(XMLValidator.validate(text)).toBe(true);
  });
  it('of the CSL project is written as it came, however often citations were formatted with it', async () => {
    const template = house('bmj-case-reports');
    const before = await styleText(template, templatesFolder);
    for (const language of ['en', 'fr'] as const)
      createCiting({ templatesFolder }).format({ clusters: [], references: [], template, language });
    expect(await styleText(template, templatesFolder)).toBe(before);
  });
});

describe('a style from a .csl file', () => {
  const xmlns = 'xmlns="http://purl.org/net/xbiblio/csl"';
  const info = (more = '') =>
    `<info><title>Revue d’essai &amp; de cas</title><id>http://example.org/e</id>${more}</info>`;
  const citation = '<citation><layout prefix="{" suffix="}"><text variable="citation-number"/></layout></citation>';
  const bibliography = '<bibliography><layout><text variable="title" text-case="uppercase"/></layout></bibliography>';
  const csl = (inside: string, more = '') =>
    `<?xml version="1.0"?><style ${xmlns} version="1.0" class="in-text" ${more}>${inside}</style>`;
  const add = (room: ReturnType<typeof roomOf>, text: string) =>
    room.handlers['styles.add']({ name: 'essai.csl', bytes: bytes(text) }, never);

  it('is kept, found by its title, looked at, and travels inside the templates that use it', async () => {
    const own = join(folder, 'with-style');
    const room = roomOf(own);
    const added = await add(room, csl(info() + citation + bibliography));
    if (!added.ok) throw new Error(added.problem.message.en);
    expect(added.value.name).toBe('Revue d’essai & de cas');
    const again = roomOf(own);
    expect((await again.handlers['styles.find']({ words: 'rev essai' }, never))[0]).toEqual(added.value);
    const look = await again.handlers['styles.look']({ style: added.value.id, language: 'fr' }, never);
    expect(look.ok && look.value.sample.clusters.second?.map(({ text }) => text).join('')).toBe('{1}');
    const kept = await again.handlers['templates.save'](
      { template: asData(mine({ citations: { style: added.value.id, kind: 'bracket' } })) },
      never,
    );
    if (!kept.ok) throw new Error(kept.problem.message.en);
    // Elsewhere, where that style was never added, the template prints with it.
    const citations = await workshop.citations(
      {
        clusters: [{ type: 'citation', id: 'c', items: [{ reference: 'r' }], children: [{ text: '' }] }],
        references: [{ id: 'r', item: { id: 'r', type: 'book', title: 'A book' } }],
        template: kept.value,
        language: 'en',
      },
      never,
    );
    expect(citations.bibliography[0]?.runs.map(({ text }) => text).join('')).toBe('A BOOK');
    expect(citations.unknownStyle).toBe(undefined);
    expect(await styleText(kept.value, templatesFolder)).toContain('Revue d’essai');
  });
  it('of notes may do without a list of references', async () => {
    const note = csl(`${info()}<citation><layout suffix="."><text variable="title"/></layout></citation>`);
    const added = await add(roomOf(), note.replace('in-text', 'note'));
    expect(added.ok && added.value.name).toBe('Revue d’essai & de cas');
    expect((await add(roomOf(), note)).ok).toBe(false);
  });
  it('that only points at another is that other under its own title', async () => {
    const link = '<link rel="independent-parent" href="http://www.zotero.org/styles/bmj"/>';
    const room = roomOf();
    const added = await add(room, csl(info(link)));
    expect(added.ok && added.value.name).toBe('Revue d’essai & de cas');
    if (!added.ok) return;
    const look = await room.handlers['styles.look']({ style: added.value.id, language: 'en' }, never);
    const other = await room.handlers['styles.look']({ style: 'bmj', language: 'en' }, never);
    expect(look.ok && look.value.sample).toEqual(other.ok && other.value.sample);
  });
  it.each([
    ['is not well-formed', `<style ${xmlns}>\n<info>`, 'line'],
    ['is another XML', '<article><title>x</title></article>', 'not a citation style'],
    ['is no XML', 'Vancouver', 'XML'],
    ['has no title', csl(`<info/>${citation}${bibliography}`), 'no title'],
    ['does not print citations', csl(info() + bibliography), 'how citations are printed'],
    ['does not print references', csl(info() + citation), 'list of references'],
    [
      'points at a style that is unknown',
      csl(info('<link rel="independent-parent" href="http://www.zotero.org/styles/no-such"/>')),
      '“no-such”',
    ],
    ['declares entities', `<!DOCTYPE style [<!ENTITY a "b">]>${csl(info() + citation + bibliography)}`, 'entities'],
    [
      'calls a macro that it does not have',
      csl(`${info()}<citation><layout><text macro="none"/></layout></citation>${bibliography}`),
      'macro “none”',
    ],
  ])('that %s is refused in words that say so', async (_what, text, said) => {
    const room = roomOf();
    const added = await add(room, text);
    expect(added.ok ? null : added.problem.code).toBe('style.invalid');
    expect(added.ok ? '' : added.problem.message.en).toContain(said);
    expect(await room.handlers['styles.find']({ words: 'revue essai' }, never)).toEqual([]);
  });
  it('that a report’s template asks for and nobody has is replaced by a usual one, and that is said', async () => {
    const template = mine({ citations: { style: 'style-of-elsewhere', kind: 'superscript' } });
    const citations = await workshop.citations(
      {
        clusters: [{ type: 'citation', id: 'c', items: [{ reference: 'r' }], children: [{ text: '' }] }],
        references: [{ id: 'r', item: { id: 'r', type: 'book', title: 'A book' } }],
        template,
        language: 'en',
      },
      never,
    );
    expect(citations.unknownStyle).toBe('style-of-elsewhere');
    expect(citations.clusters.c).toMatchObject([{ text: '1', sup: true }]);
  });
});
