/** What a database calls a work where that says no more than its type: styles would print it as "[Article]" behind the title. */

const OF_ANY =
  /^(?:journal article|book(?: section| chapter)?|chapter|conference (?:paper|proceedings?)|proceedings paper|web ?page|report|document|dataset|text|thesis)$/i;
/** Of an article only these say something that a reader would want to know. */
const OF_ARTICLE = /abstract|poster|preprint/i;

/** Whether a genre is no more than the database's own word for the type of a work. */
export const isDatabaseWord = (genre: string, type: string): boolean =>
  type === 'article-journal' ? !OF_ARTICLE.test(genre) : OF_ANY.test(genre.trim());
