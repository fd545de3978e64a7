/** Options that several formats have, and reading what was chosen. */
import type { Words } from '../outcome.ts';
import { FORMS, type Form } from '../template/form.ts';
import type { FloatPlace } from '../template/types.ts';
import type { ExportFormat, ExportOption, ExportOptions } from './types.ts';

/** Without authors and what tells of them; the maker of files sees to it before a format writes. */
export const ANONYMOUS = {
  id: 'anonymous',
  kind: 'switch',
  name: { en: 'Anonymised copy', fr: 'Copie anonymisée' },
  note: {
    en: 'For blind review: without authors, affiliations, contributions, acknowledgements and file metadata.',
    fr: 'Pour une relecture en aveugle\u00a0: sans auteurs, affiliations, contributions, remerciements ni métadonnées.',
  },
  usual: false,
} as const satisfies ExportOption;

/** How pages are set: for readers, or for reviewers; the maker of files sees to it before a format writes. */
export const FORM = {
  id: 'form',
  kind: 'choice',
  name: { en: 'Form', fr: 'Mise en page' },
  note: {
    en: 'A manuscript has one column, wide spacing and numbered lines, and its figures and tables where the journal wants them.',
    fr: 'Un manuscrit a une colonne, un interligne large et des lignes numérotées, et ses figures et tableaux là où la revue les veut.',
  },
  usual: 'article',
  choices: [
    { id: 'article', name: { en: 'Article, as the template sets it', fr: 'Article, selon le modèle' } },
    { id: 'columns', name: { en: 'Article in two columns', fr: 'Article en deux colonnes' } },
    {
      id: 'manuscript',
      name: { en: 'Manuscript: spaced, lines numbered', fr: 'Manuscrit\u00a0: interligné, lignes numérotées' },
    },
  ],
} as const satisfies ExportOption;

/** Where figures and tables stand. */
export const FLOATS = {
  id: 'floats',
  kind: 'choice',
  name: { en: 'Figures and tables', fr: 'Figures et tableaux' },
  usual: 'form',
  choices: [
    { id: 'form', name: { en: 'Where the form puts them', fr: 'Selon la forme' } },
    { id: 'text', name: { en: 'In the text', fr: 'Dans le texte' } },
    { id: 'end', name: { en: 'After the text', fr: 'Après le texte' } },
    {
      id: 'separate',
      name: {
        en: 'Tables after the text, figures as files of their own',
        fr: 'Tableaux après le texte, figures en fichiers séparés',
      },
    },
  ],
} as const satisfies ExportOption;

/** What form was chosen; the template's article where a format has no such option. */
export function formOf({ form }: ExportOptions): Form {
  return FORMS.find(known => known === form) ?? 'article';
}

/** Where figures and tables were asked to stand; null where the form decides. */
export function floatsWanted({ floats }: ExportOptions): FloatPlace | null {
  return floats === 'text' || floats === 'end' || floats === 'separate' ? floats : null;
}

/** Every option of a format: as chosen where that is one of its values, else as usual. */
export function completeOptions(format: ExportFormat, chosen: ExportOptions): ExportOptions {
  return Object.fromEntries(
    format.options.map(option => {
      const value = chosen[option.id];
      const fits =
        option.kind === 'switch' ? typeof value === 'boolean' : option.choices.some(choice => choice.id === value);
      return [option.id, fits && value !== undefined ? value : option.usual];
    }),
  );
}

/** What a format is, without how it writes: data that can be sent. */
export function formatOf({ id, extension, name, description, mediaType, options }: ExportFormat): ExportFormat {
  return { id, extension, name, description, mediaType, options };
}

/** Whether all files of an export go into one archive: "case.tex.zip". */
export const isArchive = (path: string): boolean => /\.zip$/i.test(path);

/** The format named by `id`, else the first with the path's extension (that before `.zip`); undefined where there is none. */
export function chooseFormat<F extends Pick<ExportFormat, 'id' | 'extension'>>(
  formats: readonly F[],
  path: string,
  id?: string,
): F | undefined {
  if (id !== undefined) return formats.find(format => format.id === id);
  const lower = path.toLowerCase().replace(/\.zip$/, '');
  return formats.find(({ extension }) => lower.endsWith(`.${extension}`));
}

/** What formats there are, for a sentence: ".pdf, .docx, .html". */
export function extensionsOf(formats: readonly Pick<ExportFormat, 'extension'>[]): string {
  return [...new Set(formats.map(({ extension }) => `.${extension}`))].join(', ');
}

/** Words for a name that no format goes by. */
export function noFormat(formats: readonly Pick<ExportFormat, 'extension'>[], asked: string) {
  const known = extensionsOf(formats);
  const message: Words = {
    en: `“${asked}” is no format that can be written.`,
    fr: `«\u00a0${asked}\u00a0» n’est pas un format d’export.`,
  };
  const hint: Words = {
    en: `Nothing was written. Use a name that ends in one of: ${known}.`,
    fr: `Rien n’a été écrit. Donnez un nom qui finit par l’une de ces extensions\u00a0: ${known}.`,
  };
  return { code: 'export.format', message, hint };
}
