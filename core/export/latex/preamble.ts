/** What stands before the text: packages that every distribution brings, page, and the commands that the text uses. */
import { lettersOf } from '../../manuscript/letters.ts';
import type { Manuscript } from '../../manuscript/types.ts';
import { withoutCalls } from '../../manuscript/walk.ts';
import type { PageSetup } from '../../template/types.ts';
import { UNTITLED } from '../wording.ts';
import { escapeLatex } from './letters.ts';

/** Names of our languages to babel. */
export const BABEL = { en: 'english', fr: 'french' } as const;

/** LaTeX's own factor between size of type and distance of lines. */
const NATURAL_LINE = 1.2;

/** The size of type that `article` has, nearest to one in points. */
function classSize(points: number): 10 | 11 | 12 {
  if (points < 10.5) return 10;
  return points < 11.5 ? 11 : 12;
}

/** The preamble. */
export function preamble(manuscript: Manuscript, page: PageSetup, creator: string): string {
  const { language, title, authors } = manuscript;
  const [left, top, right, bottom] = page.margins;
  const paper = page.size === 'A4' ? 'a4paper' : 'letterpaper';
  const other = language === 'fr' ? 'en' : 'fr';
  const french = language === 'fr' ? 'english,french' : 'french,english';
  const keywords = [...new Set(manuscript.divisions.flatMap(({ keywords: found }) => found?.words ?? []))];
  const stretch = Math.round((page.lineHeight / NATURAL_LINE) * 100) / 100;
  return `% ${creator.replace(/\n/g, ' ')}. Run pdfLaTeX or XeLaTeX twice.
\\documentclass[${classSize(page.fontSize)}pt,${paper}]{article}
\\usepackage{iftex}
\\ifPDFTeX
  \\usepackage[T1]{fontenc}
  \\usepackage[utf8]{inputenc}
  \\usepackage{textcomp}
  \\usepackage{lmodern}
\\else
  \\usepackage{fontspec}
\\fi
% Hyphenation by language, where it is installed; spaces before French punctuation stand in the text.
\\IfFileExists{french.ldf}{\\usepackage[${french}]{babel}\\frenchsetup{AutoSpacePunctuation=false${language === 'fr' ? ',StandardLayout=true' : ''}}%
  \\AtBeginDocument{\\ifPDFTeX\\shorthandoff{;:!?}\\fi}}{\\usepackage[english]{babel}}
\\newenvironment{inlanguage}[1]{\\ifcsname date#1\\endcsname\\selectlanguage{#1}\\fi}{}
\\usepackage[left=${left}mm,top=${top}mm,right=${right}mm,bottom=${bottom}mm]{geometry}
\\usepackage{graphicx}
\\usepackage{array}
\\usepackage{booktabs}
\\usepackage{longtable}
% Older versions of graphicx know no alternative text.
\\makeatletter
\\@ifundefined{KV@Gin@alt}{\\define@key{Gin}{alt}{}}{}
\\makeatother
${page.lineNumbers ? '\\IfFileExists{lineno.sty}{\\usepackage{lineno}\\AtBeginDocument{\\linenumbers}}{}\n' : ''}\\usepackage[hidelinks,unicode]{hyperref}
% A letter that the font does not have is printed by its code, never left out in silence.
\\DeclareRobustCommand{\\beyond}[2]{\\ifPDFTeX[U+#2]\\else\\iffontchar\\font"#2 #1\\else[U+#2]\\fi\\fi}
\\pdfstringdefDisableCommands{\\def\\beyond#1#2{#1}}
\\hypersetup{
  pdftitle={${escapeLatex(lettersOf(withoutCalls(title)).trim() || UNTITLED[language])}},
  pdfauthor={${escapeLatex(authors.map(({ name }) => name).join(', '))}},
  pdfkeywords={${escapeLatex(keywords.join(', '))}},
  pdflang={${language}}
}
\\newcommand{\\place}[1]{\\phantomsection\\hypertarget{#1}{}}
% Numbers of sections are printed as the template has them.
\\setcounter{secnumdepth}{0}
\\linespread{${stretch}}
\\setlength{\\emergencystretch}{3em}
${page.justified ? '' : '\\AtBeginDocument{\\raggedright}\n'}${language === other ? '' : `\\AtBeginDocument{\\ifcsname date${BABEL[language]}\\endcsname\\selectlanguage{${BABEL[language]}}\\fi}`}
`;
}
