import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Run } from '../../../../core/manuscript/types.ts';
import type { CslItem } from '../../../../core/references/csl.ts';
import type { Citation } from '../../../../core/report/document.ts';
import type { Template } from '../../../../core/template/types.ts';
import { createCiting } from '../../../../host/citing/citing.ts';
import { checkedStyle, createOwnStyles, type OwnStyle } from '../../../../host/citing/styles/own-styles.ts';

const style = (rest: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Essai</title></info>${rest}
<citation><layout><text macro="year"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>`;

it('a macro named in single quotes is found, and one that stands in a comment is asked for by nobody', () => {
  const quoted = style(`<macro name='year'><text variable="title"/></macro><!-- <text macro="old"/> -->`);
  expect(checkedStyle(quoted, 'essai.csl')).toMatchObject({ ok: true, value: { name: 'Essai' } });
  const commented = checkedStyle(style('<!-- <macro name="year"/> -->'), 'essai.csl');
  expect(commented.ok ? '' : commented.problem.message.fr).toContain('macro «\u00a0year\u00a0»');
});
it('a locale file and a style whose parent nobody has are refused in both languages', () => {
  const locale = checkedStyle(
    '<locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="fr"><terms/></locale>',
    'l.xml',
  );
  expect(locale.ok ? '' : locale.problem.message.fr).toContain('(locale CSL), pas un style de citation');
  const orphan = checkedStyle(
    '<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>Essai</title><link rel="independent-parent" href="http://www.zotero.org/styles/no-such"/></info></style>',
    'o.csl',
  );
  expect(orphan.ok ? '' : orphan.problem.message.en).toContain('“no-such”');
});

describe('a style of the user', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-own-styles-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const citing = createCiting({ templatesFolder: folder });
  const clusters: Citation[] = [
    { type: 'citation', id: 'c', items: [{ reference: 'r', locator: '3-5', label: 'page' }], children: [{ text: '' }] },
  ];
  const author = [
    { family: 'Klingel', given: 'Rita' },
    { family: 'Roy', given: 'Paul' },
  ];
  const item: CslItem = { id: 'r', type: 'book', title: 'Un cas', author, issued: { 'date-parts': [[2019]] } };
  const print = ({ id, csl }: Pick<OwnStyle, 'id' | 'csl'>, language: 'en' | 'fr', of = item) => {
    const template = { id: 'own', citations: { style: id, csl, kind: 'author-date' } } as Template;
    const { clusters: made, bibliography } = citing.format({
      clusters,
      references: [{ id: 'r', item: of }],
      template,
      language,
    });
    const text = (runs: readonly Run[] = []) => runs.map(run => run.text).join('');
    return [text(made.c), text(bibliography[0]?.runs)];
  };
  const prints = async (style: OwnStyle) => {
    try {
      return print(style, 'en').every(text => text !== '');
    } catch {
      return false;
    }
  };
  const added = async (text: string, name = 'essai.csl') =>
    createOwnStyles(folder, prints).add(name, new TextEncoder().encode(text));
  const named = (attributes: string, macros: string) =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" ${attributes}><info><title>Essai</title></info>
<macro name="who"><names variable="author"><name and="text" form="short"/></names></macro>${macros}
<citation><layout prefix="(" suffix=")"><group delimiter=", "><text macro="who"/><date variable="issued"><date-part name="year"/></date>
<group delimiter=" "><label variable="locator" form="short"/><number variable="locator"/></group></group></layout></citation>
<bibliography><layout><text macro="who" suffix=". "/><text variable="title" quotes="true"/></layout></bibliography></style>`;

  it('prints in the language of the report, whatever its own', async () => {
    const style = await added(named('default-locale="de-DE"', ''));
    if (!style.ok) throw new Error(style.problem.message.en);
    expect(print(style.value, 'fr')).toEqual([
      '(Klingel et Roy, 2019, p.\u00a03‑5)',
      'Klingel et Roy. «\u00a0Un cas\u00a0»',
    ]);
    expect(print(style.value, 'en')[1]).toBe('Klingel and Roy. “Un cas”');
  });

  it('is found again after a restart; replaced by something else on the disk it is listed no more, and reports that hold it print', async () => {
    const style = await added(named('', '<macro name="unused"><text variable="title"/></macro>'));
    if (!style.ok) throw new Error(style.problem.message.en);
    const again = createOwnStyles(folder, prints);
    expect((await again.list()).map(({ id }) => id)).toContain(style.value.id);
    const before = print(style.value, 'fr');
    writeFileSync(join(folder, `${style.value.id}.csl`), '<style>');
    expect((await again.list()).map(({ id }) => id)).not.toContain(style.value.id);
    expect(print(style.value, 'fr')).toEqual(before);
    rmSync(join(folder, `${style.value.id}.csl`));
    expect(print(style.value, 'fr')).toEqual(before);
    expect((await added(named('', '<macro name="unused"><text variable="title"/></macro>'))).ok).toBe(true);
  });

  it('that only points at another is that other', async () => {
    const dependent = await added(
      '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Annales</title><link rel="independent-parent" href="http://www.zotero.org/styles/elsevier-harvard"/></info></style>',
    );
    if (!dependent.ok) throw new Error(dependent.problem.message.en);
    expect(dependent.value.name).toBe('Annales');
    expect(print(dependent.value, 'fr')[0]).toBe('(Klingel et Roy, 2019, p.\u00a03‑5)');
  });

  it.each([
    ['lancet', 'the-lancet'],
    ['bmj-vancouver', 'bmj'],
    ['nlm-citation-sequence-superscript', 'vancouver-superscript'],
  ])('that points at %s, as the project called it formerly or calls it since, is %s', (parent, style) => {
    const dependent = checkedStyle(
      `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Revue</title><link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/></info></style>`,
      'revue.csl',
    );
    expect(dependent.ok && dependent.value.csl).toContain(`<id>http://www.zotero.org/styles/${style}</id>`);
  });

  it('whose stand-ins have stand-ins prints a work without authors', async () => {
    const style = await added(
      named('', '').replace(
        '<name and="text" form="short"/></names></macro>',
        '<name form="short"/><substitute><names variable="editor"><substitute><text variable="title"/></substitute></names></substitute></names></macro>',
      ),
    );
    if (!style.ok) throw new Error(style.problem.message.en);
    const { author: _, ...nobody } = item;
    expect(print(style.value, 'en', nobody)[0]).toBe('(Un cas, 2019, pp. 3–5)');
  });

  const dependent = (parent: string) =>
    `<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>Essai</title><link rel="independent-parent" href="${parent}"/></info></style>`;
  it('finds the style that it points at by an address that ends in a slash or in .csl', () => {
    for (const end of ['apa/', 'apa.csl'])
      expect(checkedStyle(dependent(`http://www.zotero.org/styles/${end}`), 'd.csl').ok).toBe(true);
  });

  it.each([
    ['is empty', ' \n', 'empty', 'vide'],
    ['is no XML', 'Vancouver', 'not XML', 'pas du XML'],
    ['is a page about one', '<!DOCTYPE html><html><body>vancouver.csl</body></html>', 'web page', 'page web'],
    [
      'declares entities',
      `<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>${named('', '')}`,
      'entities',
      'entités',
    ],
    ['uses an entity that nobody declares', named('', '').replace('prefix="("', 'prefix="&a;"'), 'line 3', 'ligne 3'],
    ['is cut', named('', '').slice(0, 400), 'well-formed', 'bien formé'],
    ['is of an older version', named('', '').replace('"1.0"', '"0.8"'), 'version 0.8', 'version 0.8'],
    ['nests without end', `${'<group>'.repeat(5000)}${'</group>'.repeat(5000)}`, 'deeper', 'profondément'],
    ['is larger than any', named('', `<!-- ${'x'.repeat(5_000_000)} -->`), 'larger', 'plus grand'],
    ['points at one that is not here', dependent('http://www.zotero.org/styles/no-such'), '“no-such”', 'no-such'],
    [
      'uses a macro that it lacks',
      named('', '').replace('macro="who" suffix', 'macro="gone" suffix'),
      '“gone”',
      'gone',
    ],
    [
      'calls itself',
      named('', '<macro name="who2"><text macro="who2"/></macro>').replace('macro="who" suffix', 'macro="who2" suffix'),
      '“who2”',
      's’appelle elle-même',
    ],
    [
      'has an element that styles have not',
      named('', '').replace('<label ', '<etiquette '),
      '“etiquette”',
      'etiquette',
    ],
    ['prints nothing', named('', '').replace(/<layout[\s\S]*?<\/layout>/g, '<layout/>'), 'citations', 'appels'],
    ['has no layout', named('', '').replace(/<layout[\s\S]*?<\/layout>/, ''), 'citations', 'appels'],
  ])('that %s is refused in both languages, and nothing is kept', async (_, text, english, french) => {
    const before = (await createOwnStyles(folder, prints).list()).length;
    const refused = await added(text);
    expect(refused.ok ? '' : refused.problem.code).toBe('style.invalid');
    expect(refused.ok ? '' : refused.problem.message.en).toContain(english);
    expect(refused.ok ? '' : refused.problem.message.fr).toContain(french);
    expect((await createOwnStyles(folder, prints).list()).length).toBe(before);
  });
});
