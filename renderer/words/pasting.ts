/** Words of pasting: what could not come in as it was. */
export const pasting = {
  en: {
    undo: 'Paste',
    changed: 'Pasted, with changes',
    cited_one: 'One citation was taken over with its references.',
    cited_other: '{{count}} citations were taken over with their references.',
    deletions_one: 'One passage that a tracked change deletes was left out.',
    deletions_other: '{{count}} passages that tracked changes delete were left out.',
    comments_one: 'One comment was left out.',
    comments_other: '{{count}} comments were left out.',
    notes_one: 'One footnote stands in brackets in the text now.',
    notes_other: '{{count}} footnotes stand in brackets in the text now.',
    struck_one: 'One passage that was struck through is ordinary text now: delete it if it is not meant.',
    struck_other:
      '{{count}} passages that were struck through are ordinary text now: delete them if they are not meant.',
    merged_one: 'One merged cell was taken apart.',
    merged_other: '{{count}} merged cells were taken apart.',
    joined_one: 'One word parted by a hyphen at the end of a line was joined: check it.',
    joined_other: '{{count}} words parted by a hyphen at the end of a line were joined: check them.',
    voids_one: 'One citation, mention or value was left out: this place takes none.',
    voids_other: '{{count}} citations, mentions or values were left out: this place takes none.',
    figures_one: 'One figure stands in the text already, and was not put in twice.',
    figures_other: '{{count}} figures stand in the text already, and were not put in twice.',
    left_one: 'One figure, chart or table of results was left out: its data are in the other report.',
    left_other: '{{count}} figures, charts or tables of results were left out: their data are in the other report.',
    parted_one: 'The article was laid into one part by its headings',
    parted_other: 'The article was laid into {{count}} parts by its headings',
    partedHint: 'One undo takes it out again.',
    listed_one:
      'Its list of references stands at the end of the conclusion: find each under References ▸ Add, then delete the list.',
    listed_other:
      'Its lists of references stand at the end of the conclusion: find each under References ▸ Add, then delete them.',
    large: 'Pasting a long text…',
    largeHint: 'The window answers again in a moment.',
    tooLong: 'This table has {{formatted}} cells: too many for the text',
    tooLongHint:
      'Nothing was pasted. Import laboratory results in the Timeline, or paste the rows that readers need to see.',
  },
  fr: {
    undo: 'Coller',
    changed: 'Collé, avec des changements',
    cited_one: 'Une citation a été reprise avec ses références.',
    cited_other: '{{count}} citations ont été reprises avec leurs références.',
    deletions_one: 'Un passage supprimé en suivi des modifications a été laissé de côté.',
    deletions_other: '{{count}} passages supprimés en suivi des modifications ont été laissés de côté.',
    comments_one: 'Un commentaire a été laissé de côté.',
    comments_other: '{{count}} commentaires ont été laissés de côté.',
    notes_one: 'Une note de bas de page est maintenant entre parenthèses dans le texte.',
    notes_other: '{{count}} notes de bas de page sont maintenant entre parenthèses dans le texte.',
    struck_one: 'Un passage barré est maintenant du texte ordinaire\u00a0: supprimez-le s’il n’est pas voulu.',
    struck_other:
      '{{count}} passages barrés sont maintenant du texte ordinaire\u00a0: supprimez-les s’ils ne sont pas voulus.',
    merged_one: 'Une cellule fusionnée a été séparée.',
    merged_other: '{{count}} cellules fusionnées ont été séparées.',
    joined_one: 'Un mot coupé en fin de ligne a été recollé\u00a0: vérifiez-le.',
    joined_other: '{{count}} mots coupés en fin de ligne ont été recollés\u00a0: vérifiez-les.',
    voids_one: 'Une citation, une mention ou une valeur a été laissée de côté\u00a0: cet endroit n’en accepte pas.',
    voids_other:
      '{{count}} citations, mentions ou valeurs ont été laissées de côté\u00a0: cet endroit n’en accepte pas.',
    figures_one: 'Une figure est déjà dans le texte et n’a pas été insérée deux fois.',
    figures_other: '{{count}} figures sont déjà dans le texte et n’ont pas été insérées deux fois.',
    left_one:
      'Une figure, un graphique ou un tableau de résultats a été laissé de côté\u00a0: ses données sont dans l’autre document.',
    left_other:
      '{{count}} figures, graphiques ou tableaux de résultats ont été laissés de côté\u00a0: leurs données sont dans l’autre document.',
    parted_one: 'L’article a été placé dans une partie d’après ses intertitres',
    parted_other: 'L’article a été réparti en {{count}} parties d’après ses intertitres',
    partedHint: 'Ctrl+Z le retire d’un seul coup.',
    listed_one:
      'Sa liste de références est à la fin de la conclusion : retrouvez chacune sous Références ▸ Ajouter, puis effacez la liste.',
    listed_other:
      'Ses listes de références sont à la fin de la conclusion : retrouvez chacune sous Références ▸ Ajouter, puis effacez-les.',
    large: 'Collage d’un long texte…',
    largeHint: 'La fenêtre répond de nouveau dans un instant.',
    tooLong: 'Ce tableau a {{formatted}} cellules\u00a0: trop pour le texte',
    tooLongHint:
      'Rien n’a été collé. Importez des résultats de laboratoire dans la Chronologie, ou collez les lignes que les lecteurs doivent voir.',
  },
} as const;
