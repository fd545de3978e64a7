import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../core/template/parse.ts';
import { readPack } from '../../../host/documents/pack.ts';
import { citingOf } from '../../../host/export/citing-of.ts';
import { prepare } from '../../../host/export/preparing.ts';
import { createWorkshop } from '../../../host/export/tasks.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const templatesFolder = join(root, 'templates');
const read = readPack(readFileSync(join(root, 'examples', 'ttp', 'ttp.casereport')), 'ttp.casereport');
if (!read.ok) throw new Error(read.problem.message.en);
const { report } = read.value;
const parsed = parseTemplate(
  readFileSync(join(templatesFolder, report.template, 'template.json'), 'utf8'),
  report.template,
);
if (!parsed.ok) throw new Error(parsed.problem.message.en);
const template = parsed.value;

describe('citations set beside the window', () => {
  it.each(['article', 'manuscript', 'columns'])('make the same file as those set with it, as %s', async form => {
    const workshop = createWorkshop({ templatesFolder }, null);
    const request = {
      format: 'text',
      options: { form },
      report,
      template,
      images: {},
      date: 0,
      creator: 'Casewright',
      folder: 'report-files',
    };
    const alone = await workshop.file(request);
    const given = await workshop.file({ ...request, citations: await workshop.citations(citingOf(report, template)) });
    expect(given).toEqual(alone);
    expect(alone.ok && new TextDecoder().decode(alone.value.bytes)).toContain('Moschcowitz');
  });
});

describe('threads made ready', () => {
  it('set what is invented for it without a fault, in every language of a template', async () => {
    const inner = createWorkshop({ templatesFolder }, null);
    const made: unknown[] = [];
    const workshop = {
      ...inner,
      file: async (...asked: Parameters<typeof inner.file>) => {
        const file = await inner.file(...asked);
        made.push(file.ok);
        return file;
      },
    };
    for (const language of template.languages) await prepare(workshop, { template, language, pages: true });
    expect(made).toEqual(template.languages.map(() => true));
  });
});
