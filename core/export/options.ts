/** Options that several formats have, and reading what was chosen. */
import type { Words } from '../outcome.ts';
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

/** How the pages are set; the maker of files sees to it before a format writes. */
export const FORM = {
  id: 'form',
  kind: 'choice',
  name: { en: 'Form', fr: 'Mise en page' },
  note: {
    en: 'A manuscript has one column, double spacing and numbered lines, and its figures and tables where the journal wants them.',
    fr: 'Un manuscrit a une colonne, un double interligne et des lignes numérotées, et ses figures et tableaux là où la revue les veut.',
  },
  usual: 'article',
  choices: [
    { id: 'article', name: { en: 'As the template prints it', fr: 'Comme le modèle l’imprime' } },
    { id: 'manuscript', name: { en: 'Manuscript for editors', fr: 'Manuscrit pour la revue' } },
  ],
} as const satisfies ExportOption;

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
