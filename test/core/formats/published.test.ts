import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';
import { abstractText, publishedAbstract, publishedTitle, richText } from '../../../core/formats/published.ts';

describe('titles with their publishers’ markup', () => {
  it.each([
    [
      'A <inline-formula><tex-math notation="LaTeX">$\\beta _{2}$</tex-math></inline-formula>-microglobulin',
      'A β<sub>2</sub>-microglobulin',
    ],
    ['The <formula formulatype="inline"><tex Notation="TeX">$Q$</tex></formula>-factor', 'The Q-factor'],
    [
      'at <mml:math><mml:mrow><mml:msqrt><mml:mi>s</mml:mi></mml:msqrt><mml:mo>=</mml:mo><mml:mn>13</mml:mn></mml:mrow></mml:math> TeV',
      'at √s=13 TeV',
    ],
    [
      '<inline-formula><alternatives><mml:math><mml:msup><mml:mi>H</mml:mi><mml:mo>+</mml:mo></mml:msup></mml:math><tex-math>$H^+$</tex-math></alternatives></inline-formula> pump',
      'H<sup>+</sup> pump',
    ],
    [
      '<tex-math id="M1">\\documentclass{minimal}\\begin{document}$$\\alpha_1$$\\end{document}</tex-math> antitrypsin',
      'α<sub>1</sub> antitrypsin',
    ],
    [
      '<scp>DNA</scp> <jats:italic>in vitro</jats:italic>',
      '<span style="font-variant:small-caps;">DNA</span> <i>in vitro</i>',
    ],
    ['CO&lt;sub&gt;2&lt;/sub&gt; &amp; P &lt; 0.05', 'CO<sub>2</sub> & P < 0.05'],
    ['<p>The <span class="nocase">DNA</span> <em>test</em></p>', 'The <span class="nocase">DNA</span> <i>test</i>'],
  ])('%s', (written, read) => {
    expect(publishedTitle(written)).toBe(read);
    expect(richText(written)).toBe(read);
  });

  it('signs of inequality are no markup', () => {
    for (const title of ['p<0.05 and n>3 & a<b and c>d', 'H<sub>2</sub>O in <i>E. coli</i>'])
      expect(publishedTitle(title)).toBe(title);
  });
});

it('an abstract keeps its paragraphs, headings and powers: 10⁹ is not 109', () => {
  const jats =
    '<jats:title>Abstract</jats:title><jats:sec><jats:title>Results</jats:title><jats:p>Count 10<jats:sup>9</jats:sup>/L &amp; p &lt; 0.05.</jats:p></jats:sec><jats:p>Two</jats:p>';
  const read = 'Results: Count 10<sup>9</sup>/L & p < 0.05.\nTwo';
  expect(publishedAbstract(jats)).toBe(read);
  expect(abstractText(jats)).toBe(read);
});

it.each([
  [
    'x.bib',
    '@article{k, title={On <inline-formula><tex-math notation="LaTeX">$\\alpha$</tex-math></inline-formula>}, abstract={<jats:p>A</jats:p><jats:p>B</jats:p>}}',
  ],
  ['x.ris', 'TY  - JOUR\nTI  - On <tex-math>$\\alpha$</tex-math>\nAB  - <p>A</p><p>B</p>\nER  - \n'],
  [
    'x.json',
    '[{"type":"article-journal","title":"On <mml:math><mml:mi>α</mml:mi></mml:math>","abstract":"<jats:p>A</jats:p><jats:p>B</jats:p>"}]',
  ],
])('%s brings none of it in', (name, text) => {
  const read = readReferences(text, name);
  expect(read.ok && read.value.references[0]?.item).toMatchObject({ title: 'On α', abstract: 'A\nB' });
});

it('a NUL in a file is no letter of a title', () => {
  const read = readReferences('@misc{k, title={A\0 title}}', 'x.bib');
  expect(read.ok && read.value.references[0]?.item.title).toBe('A title');
});
