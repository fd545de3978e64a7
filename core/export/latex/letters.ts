/** Letters as LaTeX that pdfLaTeX and XeLaTeX set alike. */
import { legible } from '../markup.ts';

/** Letters that mean something to TeX, or that its fonts would turn into others (`--`, `<<`, a straight quote). */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '"': '\\textquotedbl{}',
  "'": '\\textquotesingle{}',
  '`': '\\textasciigrave{}',
  '[': '{[}',
  ']': '{]}',
  '<': '<{}',
  '>': '>{}',
  '-': '-{}',
  ',': ',{}',
  '|': '\\textbar{}',
};

const math = (command: string) => `\\ensuremath{${command}}`;
const raised = (letter: string) => `\\textsuperscript{${letter}}`;
const lowered = (letter: string) => `\\textsubscript{${letter}}`;

/** Letters beyond the fonts of pdfLaTeX, by what prints them there. */
const BEYOND: Readonly<Record<string, string>> = {
  '\u00a0': '~',
  '\u00ad': '\\-',
  '\u2002': '\\enspace{}',
  '\u2003': '\\quad{}',
  '\u2009': '\\,',
  '\u200a': '\\,',
  '\u202f': '\\,',
  '\u200b': '\\hspace{0pt}',
  '\u2060': '',
  '\ufeff': '',
  '\u2010': '-{}',
  '\u2011': '\\mbox{-}',
  '\u2012': '--',
  '\u2013': '--',
  '\u2014': '---',
  '\u2015': '---',
  '\u2026': '\\dots{}',
  '\u2032': math("'"),
  '\u2033': math("''"),
  '\u2212': math('-'),
  '\u00d7': math('\\times'),
  '\u00f7': math('\\div'),
  '\u00b1': math('\\pm'),
  '\u00b7': math('\\cdot'),
  '\u22c5': math('\\cdot'),
  '\u00b5': '\\textmu{}',
  '\u03bc': '\\textmu{}',
  '\u00b0': '\\textdegree{}',
  '\u00ba': '\\textordmasculine{}',
  '\u00aa': '\\textordfeminine{}',
  '\u20ac': '\\texteuro{}',
  '\u2030': '\\textperthousand{}',
  '\u2122': '\\texttrademark{}',
  '\u00ae': '\\textregistered{}',
  '\u00a9': '\\textcopyright{}',
  '\u2022': '\\textbullet{}',
  '\u2020': '\\dag{}',
  '\u2021': '\\ddag{}',
  '\u2264': math('\\leq'),
  '\u2265': math('\\geq'),
  '\u2266': math('\\leq'),
  '\u2267': math('\\geq'),
  '\u2260': math('\\neq'),
  '\u2248': math('\\approx'),
  '\u2243': math('\\simeq'),
  '\u223c': math('\\sim'),
  '\u2261': math('\\equiv'),
  '\u221d': math('\\propto'),
  '\u221e': math('\\infty'),
  '\u221a': math('\\surd'),
  '\u2211': math('\\sum'),
  '\u2206': math('\\Delta'),
  '\u2202': math('\\partial'),
  '\u2190': math('\\leftarrow'),
  '\u2191': math('\\uparrow'),
  '\u2192': math('\\rightarrow'),
  '\u2193': math('\\downarrow'),
  '\u2194': math('\\leftrightarrow'),
  '\u2196': math('\\nwarrow'),
  '\u2197': math('\\nearrow'),
  '\u2198': math('\\searrow'),
  '\u2199': math('\\swarrow'),
  '\u21d2': math('\\Rightarrow'),
  '\u21d4': math('\\Leftrightarrow'),
  '\u2205': math('\\emptyset'),
  '\u00ac': math('\\neg'),
  '\u2227': math('\\wedge'),
  '\u2228': math('\\vee'),
  '\u2208': math('\\in'),
  '\u00bc': math('{}^{1}\\!/_{4}'),
  '\u00bd': math('{}^{1}\\!/_{2}'),
  '\u00be': math('{}^{3}\\!/_{4}'),
  '\u2153': math('{}^{1}\\!/_{3}'),
  '\u2154': math('{}^{2}\\!/_{3}'),
  '\u2640': 'F',
  '\u2642': 'M',
  '\u2116': 'No',
  '\u0131': '{\\i}',
  '\u0237': '{\\j}',
};

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'varepsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'varsigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'varphi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  Γ: 'Gamma',
  Δ: 'Delta',
  Θ: 'Theta',
  Λ: 'Lambda',
  Ξ: 'Xi',
  Π: 'Pi',
  Σ: 'Sigma',
  Φ: 'Phi',
  Ψ: 'Psi',
  Ω: 'Omega',
};
const GREEK_AS_LATIN: Readonly<Record<string, string>> = {
  ο: 'o',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
};

const RAISED: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((letter, digit) => [letter, raised(String(digit))]),
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((letter, digit) => [letter, lowered(String(digit))]),
  ['⁺', raised('+')],
  ['⁻', raised(math('-'))],
  ['ⁿ', raised('n')],
  ['₊', lowered('+')],
  ['₋', lowered(math('-'))],
]);

/** Accents that TeX sets over any letter, by the combining mark. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0331': 'b',
};

/** Latin letters, quotes and marks that pdfLaTeX reads from UTF-8 by itself (T1 and TS1 encodings). */
const READ_AS_IT_IS = /^[ -~¡-¿À-ÖØ-öø-ÿŁłŒœŠšŸŽžŻżŹźĄąĆćĘęŃńŚśĞğİŞşŢţĂăĐđĎďĚěŇňŘřŤťŮůŐőŰű‘’‚“”„‹›«»]$/u;

function letterLatex(letter: string): string {
  const known = SPECIAL[letter] ?? BEYOND[letter] ?? RAISED[letter];
  if (known !== undefined) return known;
  const greek = GREEK[letter];
  if (greek !== undefined) return math(`\\${greek}`);
  const latin = GREEK_AS_LATIN[letter];
  if (latin !== undefined) return latin;
  if (READ_AS_IT_IS.test(letter)) return letter;
  return (
    accented(letter) ?? `\\beyond{${letter}}{${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}}`
  );
}

/** A letter with one accent by TeX's own: "ṣ" as `\d{s}`. */
function accented(letter: string): string | undefined {
  const [base = '', mark = '', ...more] = letter.normalize('NFD');
  const accent = ACCENTS[mark];
  if (accent === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base) || READ_AS_IT_IS.test(letter))
    return undefined;
  return `\\${accent}{${base}}`;
}

/** What is set between letters so that none of them joins the next is left out where nothing can join. */
function tidy(latex: string): string {
  return latex
    .replace(/-\{\}(?!-)/g, '-')
    .replace(/,\{\}(?!,)/g, ',')
    .replace(/<\{\}(?!<)/g, '<')
    .replace(/>\{\}(?!>)/g, '>');
}

/** Text as LaTeX; line ends are spaces. */
export function escapeLatex(text: string): string {
  const clean = legible(text)
    .normalize('NFC')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\t/g, ' ');
  // A letter and a mark that do not compose ("x̄") go together.
  const letters = clean.match(/[A-Za-z]\p{M}|[\s\S]/gu) ?? [];
  return tidy(letters.map(letter => accented(letter) ?? [...letter].map(letterLatex).join('')).join(''));
}

/** An address as `\href` takes it, inside other commands too. */
export function escapeAddress(address: string): string {
  return legible(address)
    .replace(/[\\{}^\s<>"`|]/g, encodeURIComponent)
    .replace(/[^ -~]+/gu, encodeURI)
    .replace(/[%#&_]/g, '\\$&')
    .replace(/~/g, '\\string~');
}
