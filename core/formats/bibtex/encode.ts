/** Letters and CSL's small HTML into LaTeX, so that {@link decodeLatex} gives back the same. Letters stay as they are: LaTeX has read UTF-8 since 2018. */

const ESCAPES: Readonly<Record<string, string>> = {
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\u00a0': '~',
  '\u202f': '\\,',
  '`': '\\textasciigrave{}',
};

/** Stands for a brace that protects case until what follows it is known. No text holds it: it is a noncharacter. */
const NOCASE = '\ufdd0';

const OPENING: Readonly<Record<string, string>> = {
  '<i>': '\\textit{',
  '<b>': '\\textbf{',
  '<sup>': '\\textsuperscript{',
  '<sub>': '\\textsubscript{',
  '<sc>': '\\textsc{',
  '<span class="nocase">': NOCASE,
  '<span style="font-variant:small-caps;">': '\\textsc{',
  '<span style="font-variant: small-caps;">': '\\textsc{',
};

/** What needs writing otherwise: tags of CSL's HTML, commands as they were written, specials, doubled dashes and quotes. */
const NEEDY =
  /<\/?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>|\\[A-Za-z]+(?:\{(?:[^{}]|\{[^{}]*\})*\})*|\\|[{}$&%#_~^`\u00a0\u202f]|--+|''+/g;

/** The same of a text in which nothing is a command: JSON has backslashes before letters and quotation marks. */
const NEEDY_LETTERS = /<\/?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>|\\|[{}$&%#_~^`\u00a0\u202f]|--+|''+/g;

/** A text as LaTeX, balanced in its braces whatever it holds. Where `spans` stay they are letters and not braces, as are backslashes. */
export function encodeLatex(text: string, spans: 'braces' | 'stay' = 'braces'): string {
  if (text.search(NEEDY) < 0) return text;
  let open = 0;
  const out = text.replace(spans === 'stay' ? NEEDY_LETTERS : NEEDY, found => {
    const escaped = ESCAPES[found];
    if (escaped !== undefined) return escaped;
    if (spans === 'stay' && /^<\/?span/.test(found)) return found.replaceAll('\\', '\\textbackslash{}');
    if (found.startsWith('</')) {
      if (open === 0) return '';
      open--;
      return '}';
    }
    if (found.startsWith('<')) {
      open++;
      return OPENING[found] ?? '\\relax{';
    }
    if (found === '\\') return '\\textbackslash{}';
    if (found.startsWith('\\')) return found;
    // A run of hyphens or apostrophes would be read as a dash or a quotation mark.
    return [...found].join('{}');
  });
  // What would be read as a character of HTML ("&amp;") was not meant as one.
  const whole = out.replace(/\\&(?=#?\w{2,8};)/g, '\\&{}') + '}'.repeat(open);
  // A brace before a command protects no case: the two are one letter to BibTeX.
  return whole.includes(NOCASE) ? whole.replace(/\ufdd0(?=\\)/g, '{{}').replaceAll(NOCASE, '{') : whole;
}
