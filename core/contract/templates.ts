/** Templates in the contract: those that the user makes, imports and shares, and the citation styles that they name. */
import './jitless.ts';
import * as z from 'zod';
import type { FormattedCitations } from '../manuscript/types.ts';
import type { Outcome } from '../outcome.ts';
import { idSchema, languageSchema } from '../report/schema.ts';
import type { CitationRules, Template } from '../template/types.ts';
import { call } from './wire/method.ts';

export interface StyleFound {
  /** As a template names it. */
  readonly id: string;
  /** In words, made of its id. */
  readonly name: string;
}

export interface StyleLook {
  /** The title of a style of the CSL project. */
  readonly name?: string;
  readonly kind: CitationRules['kind'];
  /** Invented citations and entries as it prints them. */
  readonly sample: FormattedCitations;
}

const style = z.string().min(1).max(200);

export const templating = {
  /** Every template on this computer: those of the program, then the user's. */
  'templates.list': call(z.strictObject({}), z.custom<readonly Template[]>()),
  /** Keeps a template of the user's, new or changed; validated as a file would be. */
  'templates.save': call(
    z.strictObject({ template: z.record(z.string(), z.unknown()) }),
    z.custom<Outcome<Template>>(),
  ),
  'templates.remove': call(z.strictObject({ id: idSchema }), z.custom<Outcome<null>>()),
  /** From a file; it becomes one of the user's. One of a name that is here already, with other rules, comes beside it. */
  'templates.import': call(
    z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
    z.custom<Outcome<Template>>(),
  ),
  /** The same from a file that was chosen by its path. */
  'templates.importFile': call(z.strictObject({ path: z.string().min(1).max(4096) }), z.custom<Outcome<Template>>()),
  /** Into a file that another Casewright imports. */
  'templates.share': call(
    z.strictObject({ id: idSchema, path: z.string().min(1).max(4096) }),
    z.custom<Outcome<null>>(),
  ),
  /** Citation styles whose name holds all of these words, at most fifty. */
  'styles.find': call(z.strictObject({ words: z.string().max(200) }), z.custom<readonly StyleFound[]>()),
  /** Adds the style of a .csl file to those of the user. */
  'styles.add': call(
    z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
    z.custom<Outcome<StyleFound>>(),
  ),
  'styles.addFile': call(z.strictObject({ path: z.string().min(1).max(4096) }), z.custom<Outcome<StyleFound>>()),
  /** What a style prints; `english` is that of an English report. */
  'styles.look': call(
    z.strictObject({ style, language: languageSchema, english: z.enum(['en-US', 'en-GB']).optional() }),
    z.custom<Outcome<StyleLook>>(),
  ),
} as const;
