/**
 * Objects of a file as text (ISO 32000-1, 7.3), as pdfkit writes them where nothing is encrypted, letter for letter. A report has
 * thousands of small dictionaries, and pdfkit asks of each of their values a dozen things before the likely ones.
 */

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
};
const escaped = /[\n\r\t\b\f\\()]/g;
const beyondAscii = /[\u0080-\uffff]/;

/** A string is a name, a `String` object a text, a plain object a dictionary, and a reference or tree says itself how it is written. */
export function objectText(value: unknown): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return String(roundedNumber(value));
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(objectText).join(' ')}]`;
  if (value instanceof String) return literal(value.valueOf());
  if (Buffer.isBuffer(value)) return `<${value.toString('hex')}>`;
  if (value instanceof Date) return literal(`D:${value.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`);
  const { toString: own } = value as { readonly toString?: () => string };
  if (own && own !== Object.prototype.toString) return own.call(value);
  let text = '<<\n';
  for (const key in value) text += `/${key} ${objectText((value as Record<string, unknown>)[key])}\n`;
  return `${text}>>`;
}

/** A millionth of a point is none. */
function roundedNumber(value: number): number {
  if (value > -1e21 && value < 1e21) return Math.round(value * 1e6) / 1e6;
  throw new Error(`A number that no file can hold: ${value}`);
}

/** A text: in ASCII where it can be, else in UTF-16 with its mark; the bytes as Latin-1 letters. */
function literal(text: string): string {
  const bytes = beyondAscii.test(text) ? utf16(text) : text;
  return `(${bytes.replace(escaped, sign => escapes[sign] ?? sign)})`;
}

function utf16(text: string): string {
  let bytes = '\u00fe\u00ff';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += String.fromCharCode(code >> 8, code & 0xff);
  }
  return bytes;
}
