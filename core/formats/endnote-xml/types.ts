/** EndNote's reference types, their numbers in its XML, and the types of CSL. ENW names them the same. */

const TYPES: readonly (readonly [name: string, number: number, type: string])[] = [
  ['Journal Article', 17, 'article-journal'],
  ['Book', 6, 'book'],
  ['Book Section', 5, 'chapter'],
  ['Conference Proceedings', 10, 'paper-conference'],
  ['Conference Paper', 47, 'paper-conference'],
  ['Edited Book', 28, 'book'],
  ['Thesis', 32, 'thesis'],
  ['Report', 27, 'report'],
  ['Government Document', 46, 'report'],
  ['Web Page', 12, 'webpage'],
  ['Electronic Article', 43, 'article-journal'],
  ['Electronic Book', 44, 'book'],
  ['Electronic Book Section', 60, 'chapter'],
  ['Magazine Article', 19, 'article-magazine'],
  ['Newspaper Article', 23, 'article-newspaper'],
  ['Generic', 13, 'document'],
  ['Dataset', 59, 'dataset'],
  ['Online Database', 45, 'dataset'],
  ['Aggregated Database', 55, 'dataset'],
  ['Computer Program', 9, 'software'],
  ['Patent', 25, 'patent'],
  ['Standard', 58, 'standard'],
  ['Personal Communication', 26, 'personal_communication'],
  ['Interview', 64, 'interview'],
  ['Unpublished Work', 34, 'manuscript'],
  ['Manuscript', 36, 'manuscript'],
  ['Pamphlet', 24, 'pamphlet'],
  ['Encyclopedia', 53, 'entry-encyclopedia'],
  ['Dictionary', 52, 'entry-dictionary'],
  ['Blog', 56, 'post-weblog'],
  ['Serial', 57, 'periodical'],
  ['Film or Broadcast', 21, 'motion_picture'],
  ['Audiovisual Material', 3, 'motion_picture'],
  ['Online Multimedia', 48, 'motion_picture'],
  ['Music', 61, 'song'],
  ['Podcast', 62, 'broadcast'],
  ['Artwork', 2, 'graphic'],
  ['Figure', 37, 'figure'],
  ['Chart or Table', 38, 'figure'],
  ['Equation', 39, 'document'],
  ['Map', 20, 'map'],
  ['Bill', 4, 'bill'],
  ['Case', 7, 'legal_case'],
  ['Hearing', 14, 'hearing'],
  ['Statute', 31, 'legislation'],
  ['Legal Rule or Regulation', 50, 'regulation'],
  ['Classical Work', 49, 'classic'],
  ['Ancient Text', 51, 'classic'],
  ['Catalog', 8, 'document'],
  ['Grant', 54, 'document'],
  ['Press Release', 63, 'document'],
  ['Discussion Forum', 66, 'post'],
  ['Social Media', 67, 'post'],
  ['Conference Presentation', 68, 'speech'],
];

const BY_NAME = new Map(TYPES.map(row => [row[0].toLowerCase(), row]));
const BY_NUMBER = new Map(TYPES.map(row => [row[1], row]));
const BY_TYPE = new Map([...TYPES].reverse().map(row => [row[2], row[0]]));
/** Preprints have no type of their own in EndNote. */
BY_TYPE.set('article', 'Electronic Article');

/** The CSL type of a name; undefined for a type that users made themselves. */
export function typeOfName(name: string): string | undefined {
  return BY_NAME.get(name.trim().toLowerCase())?.[2];
}

/** The name of a CSL type; what EndNote has no type for is generic. */
export function nameOfType(type: string): string {
  return BY_TYPE.get(type) ?? 'Generic';
}

/** The name of a number in EndNote's XML. */
export function nameOfNumber(number: string): string | undefined {
  return BY_NUMBER.get(Number(number))?.[0];
}

/** The number of a name in EndNote's XML. */
export function numberOfName(name: string): number | undefined {
  return BY_NAME.get(name.trim().toLowerCase())?.[1];
}
