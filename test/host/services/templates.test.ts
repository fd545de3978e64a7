import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwn } from '../../../core/template/choose.ts';
import { writeTemplate } from '../../../core/template/parse.ts';
import type { Template } from '../../../core/template/types.ts';
import { findStyles, styleText } from '../../../host/citing/catalogue.ts';
import { createWorkshop } from '../../../host/export/tasks.ts';
import { createTemplateRoom } from '../../../host/services/templates.ts';
import { house } from '../../core/fixtures.ts';
import { folderForTests } from '../documents/folder.ts';

const folder = folderForTests();
const templatesFolder = join(import.meta.dirname, '..', '..', '..', 'templates');
const workshop = createWorkshop({ templatesFolder }, null);
let count = 0;
const roomOf = (ownFolder = join(folder, `user-${count++}`)) =>
  createTemplateRoom({ templatesFolder, ownFolder, workshop });
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
    const ids = findStyles('Vancôuver').map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every(id => id.includes('vancouver'))).toBe(true);
    expect(findStyles('superscript vancouver').map(({ id }) => id)).toContain('vancouver-superscript');
    expect(findStyles('casewright').map(({ id }) => id)).toContain('casewright-plain-fr');
    expect(findStyles('zzzz')).toEqual([]);
    expect(findStyles('').length).toBe(50);
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
  it('of the CSL project is written as a style that can be read again', async () => {
    const text = await styleText(house('bmj-case-reports'), templatesFolder);
    expect(text).toContain('<id>http://www.zotero.org/styles/bmj</id>');
    expect(text).toContain('xmlns="http://purl.org/net/xbiblio/csl"');
    const { XMLValidator } = await import('fast-xml-parser');
    expect(XMLValidator.validate(text)).toBe(true);
  });
});
