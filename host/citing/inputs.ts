/** Casewright's readers of references as input plugins of citation-js, whose own know neither nbib nor PubMed's nor EndNote's XML. */
import { plugins } from '@citation-js/core';
import { referenceFormats } from '../../core/formats/index.ts';
import type { CslItem } from '../../core/references/csl.ts';

const PLUGIN = '@casewright';

/** What citation-js calls a format of ours: `@casewright/nbib+text`. */
export const inputType = (format: string): string => `${PLUGIN}/${format}+text`;

/**
 * Makes `plugins.input` of citation-js read every format that Casewright reads, told from the content, as CSL items. Where two
 * plugins know a text, citation-js takes the one that was added first. Adding twice does nothing.
 */
export function addInputs(): void {
  if (plugins.has(PLUGIN)) return;
  const entries = referenceFormats.map(({ id, recognises, read }) => [
    inputType(id),
    {
      parse: (text: string): readonly CslItem[] => read(text).references.map(({ item }) => item),
      parseType: { dataType: 'String', predicate: recognises },
      outputs: '@csl/list+object',
    },
  ]);
  plugins.add(PLUGIN, { input: Object.fromEntries(entries) });
}
