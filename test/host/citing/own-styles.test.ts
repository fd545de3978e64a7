import { expect, it } from 'vitest';
import { checkedStyle } from '../../../host/citing/own-styles.ts';

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
  expect(locale.ok ? '' : locale.problem.message.fr).toContain('pas un style de citation');
  const orphan = checkedStyle(
    '<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>Essai</title><link rel="independent-parent" href="http://www.zotero.org/styles/no-such"/></info></style>',
    'o.csl',
  );
  expect(orphan.ok ? '' : orphan.problem.message.en).toContain('“no-such”');
});
