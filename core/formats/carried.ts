/** What a written file does not give back of what was put into it, found by reading it again. */
import type { Words } from '../outcome.ts';
import { problem } from '../outcome.ts';
import type { Reference } from '../report/types.ts';
import { decodeLatex } from './bibtex/latex.ts';
import { type Foreign, foreignFields, wordsOf } from './foreign/fields.ts';
import type { EntryProblem } from './problems.ts';
import { unsaid } from './spare.ts';
import type { ReferenceFormat } from './types.ts';

interface NotCarried {
  /** Of the reference, among those that were written. */
  readonly index: number;
  /** Null where the whole entry does not come back. */
  readonly variables: readonly string[] | null;
  /** Fields that were kept of its file and say something that its own variables do not. */
  readonly fields: readonly Foreign[];
}

/** The references, and their variables, that `again`, what was read of their file, does not have; in their order. */
function notCarried(
  references: readonly Reference[],
  again: readonly Reference[],
  format: string,
): readonly NotCarried[] {
  // Entries come back in their order; where some are missing, by their ids.
  const byId = again.length === references.length ? null : new Map(again.map(reference => [reference.id, reference]));
  return references.flatMap((reference, index) => {
    const read = byId === null ? again[index] : byId.get(reference.id);
    if (read === undefined) return { index, variables: null, fields: [] };
    const variables = unsaid(reference.item, read.item);
    const fields = fieldsLost(reference, read, keptBy(format));
    return variables.length + fields.length === 0 ? [] : { index, variables, fields };
  });
}

/** The format that a format's kept fields are named by. */
const keptBy = (id: string) => ({ biblatex: 'bibtex', enw: 'endnote-xml', 'csl-yaml': 'csl-json' })[id] ?? id;

/** The fields of other formats that say something, and stand nowhere in what was read again. */
function fieldsLost(reference: Reference, read: Reference, format: string): readonly Foreign[] {
  const foreign = foreignFields(reference, format);
  if (foreign.length === 0) return foreign;
  const kept = Object.entries(read.kept ?? {}).map(([name, value]) =>
    name.startsWith('bibtex:') ? decodeLatex(value) : value,
  );
  const words = wordsOf([JSON.stringify(read.item), ...kept].join(' '));
  return foreign.flatMap(field => {
    const values = field.values.filter(value => !words.includes(wordsOf(value)));
    return values.length === 0 ? [] : [{ ...field, values }];
  });
}

/**
 * A problem for each reference that `text`, which `format` wrote of them, does not give back as it was.
 *
 * @param lineOf the line of a reference in the file that it came from, by its place among them; where they came from none, it is
 *   that of the reference in `text`
 */
export function lossesIn(
  format: ReferenceFormat,
  references: readonly Reference[],
  text: string,
  lineOf?: (index: number) => number,
): readonly EntryProblem[] {
  const again = format.read(text);
  const lineIn = (id: string) =>
    again.lineOf(
      Math.max(
        again.references.findIndex(read => read.id === id),
        0,
      ),
      text,
    );
  return notCarried(references, again.references, format.id).map(({ index, variables, fields }) => {
    const { id, item } = references[index] as Reference;
    const lost = variables ?? Object.keys(item).filter(variable => variable !== 'id');
    const said =
      variables === null
        ? notAtAll(id, format.name)
        : notWholly(id, format.name, [...lost, ...fields.map(({ name }) => name)]);
    return {
      ...problem(variables === null ? 'references.not-carried' : 'references.carried-in-part', said, HINT),
      line: lineOf?.(index) ?? lineIn(id),
      text: [
        ...lost.map(variable => `${variable}: ${shown(item[variable])}`),
        ...fields.flatMap(({ name, values }) => values.map(value => `${name}: ${value}`)),
      ].join('\n'),
    };
  });
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const notAtAll = (id: string, format: string): Words => ({
  en: `“${id}” did not come through: ${format} has no place for anything that it holds.`,
  fr: `«\u00a0${id}\u00a0» n’est pas passée\u00a0: ${format} n’a de place pour rien de ce qu’elle contient.`,
});

const notWholly = (id: string, format: string, variables: readonly string[]): Words => ({
  en: `“${id}” came through, but ${format} cannot say exactly: ${variables.join(', ')}.`,
  fr: `«\u00a0${id}\u00a0» est passée, mais ${format} ne peut pas dire exactement\u00a0: ${variables.join(', ')}.`,
});

const HINT: Words = {
  en: 'The other entries were written whole. CSL-JSON has a place for everything; or complete this one by hand.',
  fr: 'Les autres entrées ont été écrites entièrement. CSL-JSON a une place pour tout\u00a0; sinon, complétez celle-ci à la main.',
};
