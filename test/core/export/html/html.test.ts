import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { base64 } from '../../../../core/export/data-uri.ts';
import { writeHtml } from '../../../../core/export/html/index.ts';
import { STYLE, STYLE_HASH } from '../../../../core/export/html/style.ts';
import { emptyPart } from '../../../../core/report/parts.ts';
import { p } from '../../fixtures.ts';
import { EXAMPLES, example, oneOfEverything, TEMPLATES } from '../manuscripts.ts';

const creator = 'Casewright';
const { manuscript, images, report } = oneOfEverything();
const page = writeHtml(manuscript, { images, creator });
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(found => found[1] ?? found[0]);

describe('the page', () => {
  it('says its language, and that of the abstract in the other one', () => {
    expect(page).toContain('<html lang="fr">');
    expect(page).toMatch(/<section id="abstract-en"[^>]* lang="en"/);
    expect(page).not.toMatch(/<section id="abstract-fr"[^>]* lang=/);
  });
  it('needs nothing beside it and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|\son\w+=|@import|url\(http/i);
    expect(all(page, / src="([^:"]*):/g).every(scheme => scheme === 'data')).toBe(true);
    expect(page).toContain(`default-src 'none'; img-src data:; style-src '${STYLE_HASH}'`);
  });
  it('allows the one style sheet that it holds', () => {
    expect(STYLE_HASH).toBe(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(page).not.toMatch(/ style="/);
  });
  it('leads from each citation to its entry and back', () => {
    expect(page).toContain('<span class="call" id="call-c4">');
    const entry = page.slice(page.indexOf('<li id="reference-r2"'), page.indexOf('<li id="reference-r3"'));
    expect(all(entry, /href="#(call-[^"]+)"/g)).toEqual(['call-c1', 'call-c2', 'call-c4']);
  });
  it('writes text as text', () => {
    const parts = report.parts.map(part =>
      part.key === 'conclusion' ? { ...part, children: [p('<script>a & b</script> "c" \u0000')] } : part,
    );
    const hostile = oneOfEverything({ parts });
    expect(writeHtml(hostile.manuscript, { images: {}, creator })).toContain(
      '&lt;script&gt;a &amp; b&lt;/script&gt; "c" </p>',
    );
  });
  it('does not lead to an address that would run something', () => {
    const parts = report.parts.map(part =>
      part.key === 'conclusion'
        ? {
            ...part,
            children: [
              p({ type: 'link', url: 'javascript:alert(1)', children: [{ text: 'here' }] }),
              p({ type: 'link', url: 'https://example.org/?a=1&b="2"', children: [{ text: 'there' }] }),
            ],
          }
        : part,
    );
    const html = writeHtml(oneOfEverything({ parts }).manuscript, { images: {}, creator });
    expect(html).not.toContain('javascript:');
    expect(html).toContain('<p>here</p>');
    expect(html).toContain('<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">there</a>');
  });
  it('heads columns and rows of a table', () => {
    expect(page).toContain('<thead><tr><th scope="col" class="right">Séance</th><th scope="col">Date</th>');
    expect(page).toContain('<th scope="row">CRP (mg/L)</th>');
  });
  it('every image says what it shows', () => {
    expect(all(page, /<img [^>]*alt="([^"]*)"/g)).toEqual([
      'Plaque à l’admission',
      'Plaques nécrotiques de la jambe, B, J45',
    ]);
  });
  it('is written of an empty report too', () => {
    const empty = oneOfEverything({ parts: report.parts.map(({ key }) => emptyPart(key)) });
    const html = writeHtml(empty.manuscript, { images: {}, creator });
    expect(html).toContain('<title>Cas clinique</title>');
    expect(html).toContain('<h1>Cas clinique</h1>');
  });
});

describe.each(EXAMPLES)('%s', name => {
  it.each(TEMPLATES)('as %s prints it: every address inside has its place, each id stands once', templateId => {
    const printed = example(name, templateId);
    const html = writeHtml(printed.manuscript, { images: printed.images, creator });
    const ids = all(html, / id="([^"]+)"/g);
    expect(ids.length).toBe(new Set(ids).size);
    const inside = all(html, / href="#([^"]+)"/g);
    expect(inside.length).toBeGreaterThan(20);
    expect(inside.filter(id => !ids.includes(id))).toEqual([]);
  });

  it('has headings in order', () => {
    const ranks = all(writeHtml(example(name).manuscript, { images: {}, creator }), /<h([1-6])/g).map(Number);
    expect(ranks[0]).toBe(1);
    expect(ranks.filter(rank => rank === 1)).toHaveLength(1);
    expect(ranks.every((rank, index) => index === 0 || rank <= (ranks[index - 1] as number) + 1)).toBe(true);
  });
});

it('bytes in base64 are those that Node writes', () => {
  for (let length = 0; length < 70; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 255);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  }
});
