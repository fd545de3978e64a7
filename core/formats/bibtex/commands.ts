/** What LaTeX's commands do to what follows them. The letters they stand for are in letters.ts. */

/** Commands that set their argument in other letters. */
export const WRAPPERS: Readonly<Record<string, readonly [string, string]>> = {
  textit: ['<i>', '</i>'],
  emph: ['<i>', '</i>'],
  textsl: ['<i>', '</i>'],
  mkbibemph: ['<i>', '</i>'],
  textbf: ['<b>', '</b>'],
  mkbibbold: ['<b>', '</b>'],
  textsuperscript: ['<sup>', '</sup>'],
  up: ['<sup>', '</sup>'],
  textsubscript: ['<sub>', '</sub>'],
  textsc: ['<span style="font-variant:small-caps;">', '</span>'],
  mkbibquote: ['“', '”'],
  enquote: ['“', '”'],
};

/** Old font switches, as in `{\it Salmonella}`. */
export const SWITCHES: Readonly<Record<string, readonly [string, string]>> = {
  it: ['<i>', '</i>'],
  em: ['<i>', '</i>'],
  itshape: ['<i>', '</i>'],
  sl: ['<i>', '</i>'],
  bf: ['<b>', '</b>'],
  bfseries: ['<b>', '</b>'],
  sc: ['<span style="font-variant:small-caps;">', '</span>'],
};

/** Commands that only pass their argument on. */
export const TRANSPARENT = new Set([
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
  'mathsf',
  'mathbb',
  'mathcal',
  'mathnormal',
  'boldsymbol',
  'bm',
  'operatorname',
  'textmd',
  'uppercase',
  'hbox',
  'nolinkurl',
  'left',
  'right',
  'limits',
  'displaystyle',
  'textstyle',
  'bgroup',
  'egroup',
  'ignorespaces',
  'underline',
  'uline',
  'noindent',
  'nobreak',
  'textlatin',
]);

/** Commands whose second argument is what is printed: the first says how, or where it leads. */
export const SECOND = new Set(['href', 'foreignlanguage', 'textcolor']);

/** Commands that print their argument in other letters. */
export const CASES: Readonly<Record<string, (text: string) => string>> = {
  MakeUppercase: text => text.toUpperCase(),
  MakeTextUppercase: text => text.toUpperCase(),
  MakeLowercase: text => text.toLowerCase(),
  MakeTextLowercase: text => text.toLowerCase(),
  lowercase: text => text.toLowerCase(),
};

/** Commands whose argument is for sorting and is never printed. */
export const SILENT = new Set(['noopsort', 'sortnoop', 'SortNoop', 'noop', 'nosort', 'SortNoOp']);
