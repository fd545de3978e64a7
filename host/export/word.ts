/** Word among the formats. What writes it is loaded when it is first wanted: the docx package is large. */
import { ANONYMOUS, FLOATS, FORM } from '../../core/export/options.ts';
import type { Exporter } from '../../core/export/types.ts';

export function createWordExporter(config: { readonly templatesFolder: string }): Exporter {
  let writer: Promise<Exporter['write']> | undefined;
  return {
    id: 'docx',
    extension: 'docx',
    name: { en: 'Word (DOCX)', fr: 'Word (DOCX)' },
    description: {
      en: 'For journals and co-authors: real styles, captions and cross-references that Word keeps up to date.',
      fr: 'Pour les revues et les coauteurs\u00a0: vrais styles, légendes et renvois que Word tient à jour.',
    },
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    options: [
      // Editors set the columns themselves.
      { ...FORM, choices: FORM.choices.filter(({ id }) => id !== 'columns') },
      FLOATS,
      ANONYMOUS,
      {
        id: 'zotero',
        kind: 'switch',
        name: { en: 'Live Zotero citations', fr: 'Citations Zotero actives' },
        note: {
          en: 'Co-authors who use Zotero can go on citing in Word; every reference travels inside the file.',
          fr: 'Les coauteurs qui utilisent Zotero peuvent continuer à citer dans Word\u00a0; chaque référence voyage dans le fichier.',
        },
        usual: false,
      },
      {
        id: 'tracked',
        kind: 'switch',
        name: { en: 'Co-authors’ changes are tracked', fr: 'Suivi des modifications des coauteurs' },
        note: {
          en: 'The file opens with track changes on. What comes back can be reviewed in Casewright either way.',
          fr: 'Le fichier s’ouvre avec le suivi des modifications. Dans les deux cas, ce qui revient peut être relu dans Casewright.',
        },
        usual: false,
      },
    ],
    write: async request => {
      writer ??= import('../word/index.ts').then(({ createWordWriter }) => createWordWriter(config));
      return (await writer)(request);
    },
  };
}
