/** `casewright import FILE --references a.bib --labs b.csv --figure c.jpg`: adds to a report and saves it. */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Opened } from '../core/contract/values.ts';
import { decodeText } from '../core/encoding.ts';
import { readReferences } from '../core/formats/index.ts';
import { done, type Outcome, type Problem, problem, type Words } from '../core/outcome.ts';
import { duplicateFinder } from '../core/references/duplicates.ts';
import { applyAll, type Op } from '../core/report/ops.ts';
import { mergeSeries } from '../core/timeline/edit.ts';
import { importOf } from '../core/timeline/formats/for-report.ts';
import { readLabs } from '../core/timeline/formats/index.ts';
import { asks, placeWords } from '../core/timeline/formats/warnings.ts';
import { giveUcum } from '../host/labs/ucum.ts';
import { readGiven } from './given.ts';
import { changeAndSave, withReport } from './opening.ts';
import { print, refuse, type Shell, warn, withProgress } from './shell.ts';

interface Options {
  readonly references: readonly string[];
  readonly labs: readonly string[];
  readonly figure: readonly string[];
}

interface Found {
  readonly ops: readonly Op[];
  readonly warnings: readonly Problem[];
  readonly count: number;
}

const collect = (value: string, before: readonly string[]) => [...before, value];

export function importCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--references <path>',
      shell.text({
        en: 'references of any format that is read (repeatable)',
        fr: 'références, dans tout format lu (répétable)',
      }),
      collect,
      [],
    )
    .option(
      '--labs <path>',
      shell.text({
        en: 'lab values: CSV, Excel, FHIR, HL7 v2 or a report as text (repeatable)',
        fr: 'résultats\u00a0: CSV, Excel, FHIR, HL7 v2 ou compte rendu en texte (répétable)',
      }),
      collect,
      [],
    )
    .option(
      '--figure <path>',
      shell.text({
        en: 'PNG or JPEG image; several make one figure of panels (repeatable)',
        fr: 'image PNG ou JPEG\u00a0; plusieurs font une figure à panneaux (répétable)',
      }),
      collect,
      [],
    )
    .action((file: string, options: Options) =>
      withReport(shell, file, async opened => {
        if (options.references.length + options.labs.length + options.figure.length === 0)
          return refuse(shell, NOTHING_NAMED);
        const added = await withProgress(shell, step => readAll(shell, options, opened, step));
        if (!added.ok) return refuse(shell, added.problem);
        warn(shell, added.value.warnings);
        const { ops, count } = added.value;
        if (ops.length > 0 && !(await changeAndSave(shell, opened, ops))) return;
        print(shell, { added: count, changes: ops.length }, [`+${count}`]);
      }),
    );
}

const NOTHING_NAMED = problem(
  'import.nothing',
  { en: 'Say what to add.', fr: 'Indiquez ce qu’il faut ajouter.' },
  {
    en: 'For example: casewright import case.casereport --references library.bib --labs results.csv',
    fr: 'Par exemple : casewright import cas.casereport --references bibliotheque.bib --labs resultats.csv',
  },
);

/**
 * All is read before anything is written: one file that cannot be read leaves the report as it was. Each file is laid beside the
 * report as the files before it make it.
 */
async function readAll(
  shell: Shell,
  options: Options,
  opened: Opened,
  step: (words: Words) => void,
): Promise<Outcome<Found>> {
  const readers: readonly (readonly [name: string, read: (now: Opened) => Promise<Outcome<Found>>])[] = [
    ...options.references.map(path => [path, (now: Opened) => readReferencesFrom(path, now)] as const),
    ...options.labs.map(path => [path, (now: Opened) => readLabsFrom(shell, path, now)] as const),
    ...(options.figure.length > 0
      ? [[options.figure.join(', '), (now: Opened) => readFigureFrom(shell, options.figure, now)] as const]
      : []),
  ];
  let now = opened;
  let all: Found = { ops: [], warnings: [], count: 0 };
  for (const [name, read] of readers) {
    step({ en: `Reading ${name}…`, fr: `Lecture de ${name}…` });
    const found = await read(now);
    if (!found.ok) return found;
    const { ops, warnings, count } = found.value;
    now = { ...now, report: applyAll(now.report, ops).report };
    all = { ops: [...all.ops, ...ops], warnings: [...all.warnings, ...warnings], count: all.count + count };
  }
  return done(all);
}

async function readReferencesFrom(path: string, { report }: Opened): Promise<Outcome<Found>> {
  const given = await readGiven(path);
  if (!given.ok) return given;
  const { name, bytes } = given.value;
  const read = readReferences(decodeText(bytes).text, name);
  if (!read.ok) return read;
  const known = duplicateFinder(report.references);
  const ids = new Set(report.references.map(({ id }) => id));
  const fresh = read.value.references.filter(({ item }) => known(item) === null);
  const ops = fresh.map((reference): Op => {
    let id = reference.id;
    for (let n = 2; ids.has(id); n++) id = `${reference.id}-${n}`;
    ids.add(id);
    return { set: 'reference', id, value: { ...reference, id, item: { ...reference.item, id } } };
  });
  // Each says its line itself.
  const warnings = read.value.problems.map(one => ({ ...one, where: name }));
  return { ok: true, value: { ops, warnings, count: ops.length } };
}

async function readLabsFrom(shell: Shell, path: string, { report }: Opened): Promise<Outcome<Found>> {
  const given = await readGiven(path);
  if (!given.ok) return given;
  const { name, bytes } = given.value;
  giveUcum();
  const found = readLabs(bytes, {}, name);
  if (!found.ok) return found;
  const read = importOf(found.value);
  const ops = read.series.map((series): Op => {
    const same = report.series.find(
      one => one.analyte.toLowerCase() === series.analyte.toLowerCase() && one.unit === series.unit,
    );
    if (same) return { set: 'series', id: same.id, value: mergeSeries(same, series, report.time) };
    const id = report.series.some(one => one.id === series.id) ? `${series.id}-${randomUUID().slice(0, 8)}` : series.id;
    return { set: 'series', id, value: { ...series, id } };
  });
  const warnings = read.warnings.filter(asks).map(({ kind, where, detail }) => ({
    code: `lab.${kind}`,
    message: detail,
    hint: detail,
    where: `${name}, ${placeWords(where)[shell.language]}`,
  }));
  return { ok: true, value: { ops, warnings, count: read.values } };
}

async function readFigureFrom(shell: Shell, paths: readonly string[], { document }: Opened): Promise<Outcome<Found>> {
  const assets: Op[] = [];
  const names: string[] = [];
  for (const path of paths) {
    const given = await readGiven(path);
    if (!given.ok) return given;
    const safe = await (await shell.services()).implementation['assets.add'](
      { document, ...given.value },
      shell.signal,
    );
    if (!safe.ok) return safe;
    const { asset } = safe.value;
    assets.push({ set: 'asset', id: asset.name, value: asset });
    names.push(asset.name);
  }
  const id = `figure-${randomUUID().slice(0, 8)}`;
  const panels = names.map((asset, index) => ({ id: `panel-${index + 1}`, asset, label: '', alt: '' }));
  const figure: Op = {
    set: 'figure',
    id,
    value: { id, panels, columns: Math.min(panels.length, 4), alt: '', credit: '' },
  };
  return { ok: true, value: { ops: [...assets, figure], warnings: [], count: 1 } };
}
