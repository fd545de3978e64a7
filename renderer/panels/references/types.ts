/** CSL types that are offered by name; any other stays as it is. */
export const TYPES = [
  ['article-journal', 'typeArticle'],
  ['article', 'typePreprint'],
  ['book', 'typeBook'],
  ['chapter', 'typeChapter'],
  ['thesis', 'typeThesis'],
  ['paper-conference', 'typePaper'],
  ['report', 'typeReport'],
  ['webpage', 'typeWebpage'],
] as const;
