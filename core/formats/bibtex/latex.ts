/**
 * LaTeX as bibliographies write it, read into letters. Rich text comes out as the small HTML that CSL defines
 * (`<i> <b> <sup> <sub> <span class="nocase">`). A command that is not known is kept as it was written.
 */

/** Combining marks by accent command (TeXbook, chapter 9; LaTeX's \k, \c, \r …). */
const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  b: '\u0331',
  d: '\u0323',
};

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  S: '§',
  P: '¶',
  copyright: '©',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  textregistered: '®',
  texttrademark: '™',
  textdegree: '°',
  degree: '°',
  textmu: 'µ',
  micro: 'µ',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  og: '«\u00a0',
  fg: '\u00a0»',
  textasciitilde: '~',
  textbackslash: '\\',
  textunderscore: '_',
  textless: '<',
  textgreater: '>',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  times: '×',
  pm: '±',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  approx: '≈',
  sim: '∼',
  neq: '≠',
  cdot: '·',
  rightarrow: '→',
  to: '→',
  infty: '∞',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  textalpha: 'α',
  textbeta: 'β',
  textgamma: 'γ',
};

const WRAPPERS: Readonly<Record<string, readonly [string, string]>> = {
  textit: ['<i>', '</i>'],
  emph: ['<i>', '</i>'],
  textsl: ['<i>', '</i>'],
  mkbibemph: ['<i>', '</i>'],
  textbf: ['<b>', '</b>'],
  mkbibbold: ['<b>', '</b>'],
  textsuperscript: ['<sup>', '</sup>'],
  textsubscript: ['<sub>', '</sub>'],
  textsc: ['<span style="font-variant:small-caps;">', '</span>'],
  mkbibquote: ['“', '”'],
  enquote: ['“', '”'],
};

/** Old font switches, as in `{\it Salmonella}`. */
const SWITCHES: Readonly<Record<string, readonly [string, string]>> = {
  it: ['<i>', '</i>'],
  em: ['<i>', '</i>'],
  itshape: ['<i>', '</i>'],
  sl: ['<i>', '</i>'],
  bf: ['<b>', '</b>'],
  bfseries: ['<b>', '</b>'],
  sc: ['<span style="font-variant:small-caps;">', '</span>'],
};

/** Commands that only pass their argument on. */
const TRANSPARENT = new Set([
  'text',
  'textrm',
  'textnormal',
  'mathrm',
  'mathit',
  'mathbf',
  'mbox',
  'url',
  'path',
  'ensuremath',
  'texttt',
  'textsf',
  'textup',
  'NoCaseChange',
  'relax',
  'protect',
  'rm',
  'tt',
  'sf',
  'upshape',
  'normalfont',
  'noopsort',
]);

export interface Decoding {
  /** Whether braces protect case, as in titles; elsewhere they only group. */
  readonly title?: boolean;
}

/** The letters of a LaTeX text. White space is folded to single spaces. */
export function decodeLatex(text: string, { title = false }: Decoding = {}): string {
  if (!/[\\{}$~^_`'-]/.test(text)) return text.replace(/\s+/g, ' ').trim();
  const reader = { text, at: 0, title };
  return readGroup(reader, '', 0, false)
    .normalize('NFC')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
}

interface Reader {
  readonly text: string;
  at: number;
  readonly title: boolean;
}

/** Reads until `close` (or the end), which it passes. */
function readGroup(reader: Reader, close: '' | '}' | '$', depth: number, math: boolean): string {
  let out = '';
  let after = '';
  while (reader.at < reader.text.length) {
    const letter = reader.text[reader.at] as string;
    if (letter === close) {
      reader.at++;
      break;
    }
    reader.at++;
    if (letter === '\\') {
      const command = readCommand(reader);
      const changed = SWITCHES[command];
      if (changed && depth > 0) {
        skipSpaceOrEmptyGroup(reader, command);
        out += changed[0];
        after = changed[1] + after;
      } else out += readArguments(reader, command, depth, math);
    } else if (letter === '{') out += readBraces(reader, depth, math);
    else if (letter === '}') continue;
    else if (letter === '$') out += close === '$' ? '' : readGroup(reader, '$', depth + 1, true);
    else if (math && (letter === '^' || letter === '_')) {
      const tag = letter === '^' ? 'sup' : 'sub';
      out += `<${tag}>${readArgument(reader, depth, true)}</${tag}>`;
    } else if (letter === '~') out += '\u00a0';
    else if (letter === '-' && !math) out += readDashes(reader);
    else if (letter === '`') out += follows(reader, '`') ? '“' : '‘';
    else if (letter === "'" && follows(reader, "'")) out += '”';
    else out += letter;
  }
  return out + after;
}

function follows(reader: Reader, letter: string): boolean {
  if (reader.text[reader.at] !== letter) return false;
  reader.at++;
  return true;
}

function readDashes(reader: Reader): string {
  if (!follows(reader, '-')) return '-';
  return follows(reader, '-') ? '—' : '–';
}

/** Braces around letters protect their case in titles; around a command they only group. */
function readBraces(reader: Reader, depth: number, math: boolean): string {
  const protects = reader.title && depth === 0 && !math && reader.text[reader.at] !== '\\';
  const inside = readGroup(reader, '}', depth + 1, math);
  return protects && /\p{Lu}/u.test(inside) ? `<span class="nocase">${inside}</span>` : inside;
}

function readCommand(reader: Reader): string {
  const word = /[A-Za-z]+/y;
  word.lastIndex = reader.at;
  const name = word.exec(reader.text)?.[0];
  if (name === undefined) return reader.text[reader.at++] ?? '';
  reader.at += name.length;
  return name;
}

function readArguments(reader: Reader, command: string, depth: number, math: boolean): string {
  const accent = ACCENTS[command];
  if (accent !== undefined && isAccent(reader, command)) return accented(readArgument(reader, depth, math), accent);
  const wrapper = WRAPPERS[command];
  if (wrapper) return wrapper[0] + readArgument(reader, depth, math) + wrapper[1];
  const plain = LETTERS[command];
  if (plain !== undefined) {
    skipSpaceOrEmptyGroup(reader, command);
    return plain;
  }
  if (command === 'href') {
    readArgument(reader, depth, math);
    return readArgument(reader, depth, math);
  }
  if (TRANSPARENT.has(command)) {
    skipSpaceOrEmptyGroup(reader, command);
    return '';
  }
  if (command.length === 1 && !/[A-Za-z]/.test(command)) return single(command);
  return `\\${command}`;
}

/** `\c` and its like are accents only before an argument: `\c{c}`, `\v s`. */
function isAccent(reader: Reader, command: string): boolean {
  return !/[A-Za-z]/.test(command) || /[\s{\\]/.test(reader.text[reader.at] ?? '');
}

/** Escaped specials, spaces of several widths, discretionary hyphens. */
function single(command: string): string {
  if (command === '-' || command === '/' || command === '!') return '';
  if (command === ',' || command === ';' || command === ':') return '\u202f';
  if (command === '\\' || /\s/.test(command)) return ' ';
  return command;
}

function skipSpaceOrEmptyGroup(reader: Reader, command: string): void {
  if (!/[A-Za-z]/.test(command.at(-1) ?? '')) return;
  const space = /(?:\s*\{\}|\s+)/y;
  space.lastIndex = reader.at;
  const found = space.exec(reader.text);
  if (found) reader.at = space.lastIndex;
}

function readArgument(reader: Reader, depth: number, math: boolean): string {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
  const letter = reader.text[reader.at];
  if (letter === undefined) return '';
  reader.at++;
  if (letter === '{') return readGroup(reader, '}', depth + 1, math);
  if (letter === '\\') return readArguments(reader, readCommand(reader), depth, math);
  return letter;
}

/** The accent on the first letter; a dotless i or j takes its dot back before composing. */
function accented(argument: string, accent: string): string {
  const [first = '', ...rest] = [...argument];
  const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
  return (base === '' ? accent : base + accent).normalize('NFC') + rest.join('');
}
