import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';
import { knownStanding } from '../../../core/lookup/file-notices.ts';
import { notChecked, standingOf } from '../../../core/lookup/standing.ts';

function imported(...lines: string[]) {
  const text = ['PMID- 30000001', 'TI  - A first case.', 'AU  - Roy L', 'DP  - 2020', ...lines, ''].join('\n');
  const read = readReferences(text, 'pubmed.nbib');
  const reference = read.ok ? read.value.references[0] : undefined;
  if (!reference) throw new Error('not read');
  return reference;
}
const RIN = 'RIN - Ann Imag Med. 2021 Jun 4;3(2):5. doi: 10.5555/aim.2021.5. PMID: 30000009';

describe('what a file from PubMed says against a work', () => {
  it.each([
    ['RIN', RIN, 'retracted', '10.5555/aim.2021.5'],
    ['ECI', 'ECI - Ann Imag Med. 2021 Jun;3(2):5. PMID: 30000009', 'concern', undefined],
    ['EIN', 'EIN - Ann Imag Med. 2021 Jun;3(2):5. PMID: 30000009', 'corrected', undefined],
    ['its kind', 'PT  - Retracted Publication', 'retracted', undefined],
  ])('is known by %s without asking anybody', (_, line, state, doi) => {
    const standing = knownStanding(imported(line));
    expect(standing).toMatchObject({ state, at: null });
    expect(standing?.notices[0]?.doi).toBe(doi);
  });

  it('a file that says nothing leaves a work unchecked, and what a service said as it was', () => {
    expect(knownStanding(imported())).toBeUndefined();
    const none = standingOf({ source: 'crossref', at: 5, notices: [] });
    expect(knownStanding({ ...imported(), standing: none })).toBe(none);
  });

  it('the graver word holds: a service that knows nothing does not take back what the file says', () => {
    const none = standingOf({ source: 'crossref', at: 5, notices: [] });
    expect(knownStanding({ ...imported(RIN), standing: none })).toMatchObject({ state: 'retracted', at: 5 });
    expect(knownStanding({ ...imported(RIN), standing: notChecked('failed') })).toMatchObject({ state: 'retracted' });
  });

  it('a retraction notice is one, and itself still to be checked', () => {
    const standing = knownStanding(imported('ROF - Ann Imag Med. 2016;12(4):101. PMID: 30000002'));
    expect(standing).toMatchObject({ state: 'not checked', noticeOf: [{ kind: 'retracted', pmid: '30000002' }] });
  });
});
