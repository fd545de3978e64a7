/** What every format writes of a small report in a style of notes. `npm run accept` writes the files anew. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inNotes } from '../../core/export/in-notes.ts';
import { exporters, linesOf, root, written } from './written.ts';

describe('a report that cites in notes', () => {
  it.each(exporters.map(({ id }) => id))('%s is what was accepted', async id => {
    const exporter = exporters.find(each => each.id === id);
    if (!exporter) throw new Error(id);
    const lines = async (printed: ReturnType<typeof inNotes>) => linesOf(exporter, await written(exporter, printed));
    const english = await lines(inNotes('en', 'chicago-note-bibliography'));
    const french = await lines(inNotes('fr', 'chicago-fullnote-bibliography-fr'));
    await expect(`${['# English', ...english, '', '# French', ...french].join('\n')}\n`).toMatchFileSnapshot(
      join(root, 'test', 'golden', 'exports', `notes.${id}.txt`),
    );
  });
});
