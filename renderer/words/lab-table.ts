/** Words of a table of lab values in the text: what it shows and how. */
export const labTable = {
  en: {
    edit: 'What the table shows',
    analytes: 'Analytes',
    moments: 'Moments',
    across: 'Side by side',
    bothUnits: 'Both units: as shown, and as measured',
    undo: 'Change a table of lab values',
  },
  fr: {
    edit: 'Ce que montre le tableau',
    analytes: 'Analyses',
    moments: 'Moments',
    across: 'En colonnes',
    bothUnits: 'Les deux unités\u00a0: affichée et de mesure',
    undo: 'Modifier un tableau de résultats',
  },
} as const;
