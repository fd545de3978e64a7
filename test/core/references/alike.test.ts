import { describe, expect, it } from 'vitest';
import { duplicateIndex, type SameBecause } from '../../../core/library/duplicates.ts';
import type { CslItem } from '../../../core/references/csl.ts';
import { knownWorks, workFacts } from '../../../core/references/duplicates.ts';

const work = (title: string, more: Partial<CslItem> = {}): CslItem => ({
  id: 'x',
  type: 'article-journal',
  title,
  author: [{ family: 'Müller', given: 'Hans' }],
  issued: { 'date-parts': [[2019]] },
  ...more,
});
const by = (family: string): Partial<CslItem> => ({ author: [{ family }] });
const inYear = (year: number, more: Partial<CslItem> = {}): Partial<CslItem> => ({
  issued: { 'date-parts': [[year]] },
  ...more,
});
const at = (volume: string, page: string): Partial<CslItem> => ({ volume, page, 'container-title': 'Nephrol Notes' });

function found(one: CslItem, other: CslItem): SameBecause | null {
  const index = duplicateIndex(() => one);
  index.add('one', workFacts(one));
  return index.find(workFacts(other), () => other)?.because ?? null;
}
const T = 'Calciphylaxis in a patient with preserved kidney function';

const SAME: readonly (readonly [CslItem, CslItem])[] = [
  [work('Die große Niereninsuffizienz', by('Weiß')), work('Die grosse Niereninsuffizienz', by('Weiss'))],
  [
    work('Über die Behandlung der Urämie bei Kindern'),
    work('Ueber die Behandlung der Uraemie bei Kindern', by('Mueller')),
  ],
  [work('Łuszczyca u chorych dializowanych', by('Wałęsa')), work('Luszczyca u chorych dializowanych', by('Walesa'))],
  [work('Haemodialysis and anaemia in paediatric oncology'), work('Hemodialysis and anemia in pediatric oncology')],
  [work('Tumour necrosis factor in oedema'), work('Tumor necrosis factor in edema')],
  [work('β-lactam allergy and α1-antitrypsin'), work('Beta-lactam allergy and alpha1-antitrypsin')],
  [work('Eﬃcacy of ﬂuid restriction'), work('Efficacy of fluid restriction')],
  [work('Thrombotic purpura after vaccination'), work('Trombotic purpura after vacination')],
  [work('The diagnosis of calciphylaxis & its treatment'), work('Diagnosis of calciphylaxis and its treatment')],
  [
    work('Calcified arterioles of the skin: a primer for dialysis units', { 'container-title': 'Nephrol Notes' }),
    work('Calcified arterioles of the skin: primer for dialysis units', {
      'container-title': 'Nephrology Notes',
      volume: '7',
    }),
  ],
  [work('Long-term follow-up of Crohn’s disease'), work("Long term followup of Crohn's disease")],
  [work('Calcific uraemic arteriolopathy: a cohort'), work('Calcific uraemic arteriolopathy')],
  [work('Sodium thiosulfate in a large cohort of patients'), work('Sodium thiosulfate in a large coh…')],
  [work(T), work(T, by('Muler'))],
  [work(T, { author: [{ family: 'Berg', 'non-dropping-particle': 'van den' }] }), work(T, by('van den Berg'))],
  [work(T, { issued: {} }), work(T)],
  [work(T, at('95', '1-9')), work(T, inYear(2021, at('95', '1')))],
  [work(T, { DOI: '10.1016%2Fj.kint.2019.01.001' }), work('Other', { DOI: '10.1016/j.kint.2019.01.001' })],
];

const TWO: readonly (readonly [CslItem, CslItem])[] = [
  ['Part I: access for dialysis', 'Part II: access for dialysis'],
  ['Traité de néphrologie clinique, tome I', 'Traité de néphrologie clinique, tome II'],
  ['Empfehlungen zur Dialyse – Teil A', 'Empfehlungen zur Dialyse – Teil B'],
  ['First report of the dialysis registry', 'Second report of the dialysis registry'],
  [T, `Erratum: ${T}`],
  [T, `Reply: ${T}`],
  [T, `${T}: authors’ reply`],
  [T, `Re: ${T}`],
  [T, `Réponse à : ${T}`],
  [T, `Retraction: ${T}`],
  [T, `${T}: study protocol`],
  ['Five-year outcomes of kidney transplantation', 'Ten-year outcomes of kidney transplantation'],
  ['Diabetic nephropathy in type 1 diabetes', 'Diabetic nephropathy in type 2 diabetes'],
  ['Outcomes with diabetes on dialysis', 'Outcomes without diabetes on dialysis'],
  ['Hyperkalaemia in chronic kidney disease', 'Hypokalaemia in chronic kidney disease'],
  ['Preoperative anaemia and kidney injury', 'Postoperative anaemia and kidney injury'],
  ['Falls among inpatients with uraemia', 'Falls among outpatients with uraemia'],
  ['Systolic hypertension in the elderly', 'Diastolic hypertension in the elderly'],
  ['Symptomatic stenosis of the carotids', 'Asymptomatic stenosis of the carotids'],
  ['Hepatitis A infection in dialysis units', 'Hepatitis B infection in dialysis units'],
  ['IgA nephropathy in elderly patients', 'IgG nephropathy in elderly patients'],
  ['Risk of stroke in male patients', 'Risk of stroke in female patients'],
].map(([one = '', other = '']) => [work(one), work(other)] as const);

const ELSEWHERE: readonly (readonly [CslItem, CslItem])[] = [
  [work('This month in Nephrology Notes', at('63', '1')), work('This month in Nephrology Notes', at('64', '701'))],
  [work('Editorial comment', at('169', '100')), work('Editorial comment', at('169', '205'))],
  [work(`${T} again`, at('365', '10')), work(`${T} again`, inYear(2020, at('332', '500')))],
  [
    work('Annual data report: kidney disease', at('67', 'S1')),
    work('Annual data report: kidney disease', inYear(2020, at('69', 'S1'))),
  ],
  [
    work('Handbook of dialysis', { type: 'book', edition: '2nd' }),
    work('Handbook of dialysis', inYear(2020, { type: 'book', edition: '3' })),
  ],
];

describe('one work or two', () => {
  it.each(SAME)('$title is one, however it is written', (one, other) => {
    expect(found(one, other)).not.toBeNull();
    expect(found(other, one)).not.toBeNull();
  });

  it.each([...TWO, ...ELSEWHERE])('$title is another', (one, other) => {
    expect(found(one, other)).toBeNull();
    expect(found(other, one)).toBeNull();
  });

  it('issues of a column are two works for a report, too', () => {
    for (const [one, other] of ELSEWHERE) {
      const works = knownWorks<{ item: CslItem }>();
      works.add({ item: one });
      expect(works.find(other)).toBeNull();
      expect(works.find(one)).not.toBeNull();
    }
  });

  it('a column with one title for years is gone through in no time', () => {
    const column = Array.from({ length: 800 }, (_, n) =>
      work('News from the wards', { ...at(String(n), String(n)), author: [], id: `${n}` }),
    );
    let looks = 0;
    const index = duplicateIndex(id => {
      looks++;
      return column[Number(id)] ?? null;
    });
    for (const item of column) {
      expect(index.find(workFacts(item), () => item)).toBeNull();
      index.add(item.id, workFacts(item));
    }
    expect(looks).toBeLessThan(column.length * 200);
  });
});
