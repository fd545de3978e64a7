/**
 * Spaces as they are compared: of which width one is, and whether a line may end there, is a matter of print. French print makes
 * those beside its marks no-break, and Word and LibreOffice do so by themselves while somebody types.
 */

/** The text with one kind of space. */
export const evenSpaces = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/gu, ' ');

/** Whether two texts say the same. */
export const sayAlike = (one: string, other: string): boolean => one === other || evenSpaces(one) === evenSpaces(other);
