/**
 * What every format writes of every example under every template. One file an example and format holds the output under the
 * example's own template, whole and as lines; of each other template the lines that differ from it, and a checksum of all of it. So a
 * failure shows what changed as text. Of each PDF three pages are drawn beside pictures of them. `npm run accept` writes the files anew, and the difference is read before it is committed.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportedFile, Exporter } from '../../../core/export/types.ts';
import { EXAMPLES, example, type Printed, TEMPLATES } from '../../core/export/manuscripts.ts';
import { farFromAccepted } from './accepted-pages.ts';
import { hasPoppler, pagesOf } from './page-pictures.ts';
import { exporters, linesOf, root, sha, written } from './written.ts';

/** Letters of a line kept of another template: enough to see what changed, few enough for a small file. */
const SHOWN = 110;

/** Lines that are not among the others, each as often as it is missing there. */
function beyond(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter(line => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

const cut = (line: string) => {
  const letters = [...line];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : line;
};

describe.each(EXAMPLES)('%s', name => {
  const own = example(name);

  /** The first page, the middle one and the last, drawn beside those that were accepted (where poppler is installed). */
  async function farPages({ template }: Printed, { bytes, pages }: ExportedFile): Promise<readonly string[]> {
    if (pages === undefined || !hasPoppler) return [];
    const telling = [...new Set([1, Math.ceil(pages / 2), pages])];
    return farFromAccepted(`templates/${name}.${template.id}`, await pagesOf(bytes, telling));
  }

  it.each(exporters.map(({ id }) => id))(
    '%s is what was accepted, under every template',
    async id => {
      const exporter = exporters.find(each => each.id === id) as Exporter;
      const file = await written(exporter, own);
      const far = [...(await farPages(own, file))];
      const base = await linesOf(exporter, file);
      const blocks = [`# ${own.template.id}, whole`, ...base];
      for (const template of TEMPLATES) {
        if (template === own.template.id) continue;
        const printed = example(name, template);
        const other = await written(exporter, printed);
        far.push(...(await farPages(printed, other)));
        const lines = await linesOf(exporter, other);
        blocks.push('', `# ${template}: ${sha(lines.join('\n'))}, ${lines.length} lines, those that differ`);
        blocks.push(
          ...beyond(lines, base)
            .filter(line => line.trim() !== '')
            .map(cut),
        );
      }
      await expect(`${blocks.join('\n')}\n`).toMatchFileSnapshot(
        join(root, 'test', 'golden', 'exports', `${name}.${id}.txt`),
      );
      expect(far).toEqual([]);
    },
    120_000,
  );
});
