/** THIRD_PARTY.md as text: the same for the same lock, on every platform. */
import { shipped } from './licences.mjs';

const HEAD = `# Third-party software

Casewright is under the MIT licence (LICENSE). It ships with the packages below, each under its own licence; the full text of each
is in the package's folder. This file is generated: \`npm run third-party\`.

- **citeproc** is offered under CPAL-1.0 or AGPL. Casewright takes **CPAL-1.0**, and uses it unchanged. Attribution:
  citeproc-js, copyright Frank Bennett, https://github.com/Juris-M/citeproc-js.
- **Source Serif 4** (the two packages of fonts) is under the SIL Open Font License 1.1; exported PDFs embed parts of it.
- **libvips**, which sharp loads as a library of its own, is under LGPL-3.0-or-later and may be replaced by another build.
- **@citation-js/plugin-csl** carries locales of the Citation Style Language project, under CC BY-SA 3.0. The styles in \`templates/\`
  are Casewright's own.
- **Electron** (MIT) and Chromium come with the packaged desktop program only, with their own licence files beside it.
`;

const cell = text => text.replaceAll('|', '\\|');

function row({ name, version, licence, chosen, copyright }) {
  const words = chosen ? `${licence}; taken: ${chosen}` : licence;
  return `| ${name} | ${version} | ${cell(words)} | ${cell(copyright.join('<br>'))} |`;
}

/** The whole page. Throws where a package says nothing of its licence. */
export function thirdParty(root) {
  const packages = shipped(root);
  const everywhere = packages.filter(entry => entry.everywhere);
  const somewhere = packages.filter(entry => !entry.everywhere);
  return [
    HEAD,
    '## On every platform\n',
    '| package | version | licence | copyright |\n| --- | --- | --- | --- |',
    ...everywhere.map(row),
    '\n## On some platforms\n',
    'Of these, npm installs what fits the computer.\n',
    '| package | version | licence |\n| --- | --- | --- |',
    ...somewhere.map(({ name, version, licence }) => `| ${name} | ${version} | ${cell(licence)} |`),
    '',
  ].join('\n');
}
