/** International Standard Book Numbers (ISO 2108): their check digits, and ISBN-10 as ISBN-13. */

/** Weights 10 to 1; X stands for ten in the last place. */
function isIsbn10(digits: string): boolean {
  if (!/^\d{9}[\dX]$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 10; at++) sum += (10 - at) * (digits[at] === 'X' ? 10 : Number(digits[at]));
  return sum % 11 === 0;
}

/** The check digit after twelve digits. */
function checkDigit(twelve: string): string {
  let sum = 0;
  for (let at = 0; at < 12; at++) sum += Number(twelve[at]) * (at % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

/** Thirteen digits of an ISBN written in any way ("0-306-40615-2", "978 0306 406157"); null where its check digit is wrong. */
export function isbn13(text: string): string | null {
  const digits = text.replace(/[\s\u00ad\u2010-\u2015-]/g, '').toUpperCase();
  if (isIsbn10(digits)) {
    const twelve = `978${digits.slice(0, 9)}`;
    return twelve + checkDigit(twelve);
  }
  if (!/^97[89]\d{10}$/.test(digits)) return null;
  return checkDigit(digits.slice(0, 12)) === digits[12] ? digits : null;
}
