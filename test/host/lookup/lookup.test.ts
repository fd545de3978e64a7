import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LookedUp } from '../../../core/lookup/types.ts';
import type { Outcome } from '../../../core/outcome.ts';
import {
  arxiv,
  arxivError,
  crossrefWork,
  crossrefWorks,
  DOI,
  datacite,
  europePmc,
  hal,
  openLibrary,
  pubmedArticle,
  pubmedSet,
  RETRACTION_IN,
} from './answers.ts';
import { cutAtOnce, cutHalfway, packed, type Replay, replay, silence, text } from './replay.ts';

let world: Replay;
beforeEach(async () => {
  world = await replay();
});
afterEach(() => world.close());

function only(outcome: Outcome<readonly LookedUp[]>): LookedUp {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  expect(outcome.value.length).toBe(1);
  return outcome.value[0] as LookedUp;
}
const found = (one: LookedUp) => {
  if (one.state !== 'found') throw new Error(one.state);
  return one;
};

describe('a record', () => {
  it('of a DOI comes from Crossref; Europe PMC adds what it lacks; the retraction shows', async () => {
    world.plays.crossref = [text(crossrefWork())];
    world.plays['europe-pmc'] = [text(europePmc())];
    const { reference, standing, from } = found(only(await world.lookup.identifiers(`https://doi.org/${DOI}`)));
    expect(reference.item).toMatchObject({
      type: 'article-journal',
      title: 'Non-uraemic calciphylaxis after <i>Roux-en-Y</i> gastric bypass',
      volume: '41',
      page: '211-219',
      DOI,
      PMID: '30000001',
      PMCID: 'PMC6000001',
      'container-title-short': 'J Imag Nephrol',
      abstract: expect.stringContaining('A case.'),
    });
    expect(standing.state).toBe('retracted');
    expect(standing.notices[0]).toMatchObject({ from: 'retraction-watch', date: '2021-06-04' });
    expect(from).toEqual(['Crossref', 'Europe PMC']);
  });

  it('of a DOI that Crossref has not comes from DataCite, and says that nobody watches it', async () => {
    world.plays.datacite = [text(datacite)];
    const { reference, standing } = found(only(await world.lookup.identifiers('10.5555/data.1')));
    expect(reference.item).toMatchObject({ type: 'dataset', title: 'Images of imaginary fever' });
    expect(standing).toMatchObject({ state: 'not checked', why: 'unknown there' });
  });

  it('of several PMIDs is one question to PubMed', async () => {
    world.plays.ncbi = [text(pubmedSet(pubmedArticle('31000001', RETRACTION_IN), pubmedArticle('31000002')))];
    const answer = await world.lookup.identifiers('31000001\n31000002\n31000003');
    const states = answer.ok ? answer.value.map(one => one.state) : [];
    expect(states).toEqual(['found', 'found', 'unknown']);
    expect(world.asked.filter(address => address.startsWith('ncbi')).length).toBe(1);
    expect(answer.ok && found(answer.value[0] as LookedUp).standing.state).toBe('retracted');
    expect(answer.ok && found(answer.value[1] as LookedUp).standing.state).toBe('none');
  });

  it('of an arXiv id and of an ISBN, by any spelling', async () => {
    world.plays.arxiv = [text(arxiv)];
    world.plays['open-library'] = [text(openLibrary)];
    const answer = await world.lookup.identifiers('arXiv:2101.00001v2\nISBN 0-306-40615-2');
    const [paper, book] = answer.ok ? answer.value.map(found) : [];
    expect(paper?.reference.item).toMatchObject({
      title: 'Counting imaginary cells',
      abstract: 'We count < 5 cells.',
      author: [
        { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' },
        { family: 'Doe', given: 'John', suffix: 'Jr.' },
      ],
    });
    expect(book?.reference.item).toMatchObject({ type: 'book', title: 'Imaginary diseases: a handbook' });
  });

  it('of a PMCID comes from Europe PMC, and of a wrong arXiv id is unknown', async () => {
    world.plays['europe-pmc'] = [text(europePmc())];
    world.plays.crossref = [text(crossrefWorks({ 'updated-by': [] }))];
    world.plays.arxiv = [text(arxivError)];
    const answer = await world.lookup.identifiers('PMC6000001\narXiv:2101.99999');
    const [one, other] = answer.ok ? answer.value : [];
    expect(one?.state === 'found' && one.standing.state).toBe('none');
    expect(other).toMatchObject({ state: 'unknown', asked: ['arXiv', 'DataCite'] });
  });

  it('of a page of ScienceDirect is asked for by its PII, and nothing else of the address', async () => {
    world.plays.crossref = [text(crossrefWorks({}))];
    const page = 'https://www.sciencedirect.com/science/article/pii/S0190962219307704?token=secret';
    const { reference } = found(only(await world.lookup.identifiers(page)));
    expect(reference.item).toMatchObject({ DOI });
    expect(Object.hasOwn(reference.item, 'PII')).toBe(false);
    expect(world.asked[0]).toBe('crossref works?filter=alternative-id%3AS0190962219307704&rows=2');
    expect(world.asked.join()).not.toContain('secret');
  });

  it('of a page that only says where it was printed is the one article that PubMed has there', async () => {
    const page = 'https://casereports.bmj.com/content/12/4/e101?rss=1';
    const one = JSON.stringify({ esearchresult: { count: '1', idlist: ['31000002'] } });
    world.plays.ncbi = [text(one), text(pubmedSet(pubmedArticle('31000002')))];
    const { reference } = found(only(await world.lookup.identifiers(page)));
    expect(reference.item).toMatchObject({ PMID: '31000002' });
    expect(new URLSearchParams(world.asked[0]?.split('?')[1]).get('term')).toBe(
      '"BMJ Case Rep"[ta] AND 12[vi] AND 4[ip] AND e101[pg]',
    );
    expect(world.asked.join()).not.toContain('rss');
    // Of two that stand there neither is taken.
    world.plays.ncbi = [text(JSON.stringify({ esearchresult: { count: '2', idlist: ['31000002', '31000003'] } }))];
    expect(only(await world.lookup.identifiers('https://gut.bmj.com/content/69/6/997')).state).toBe('unknown');
  });

  it('of a page of HAL comes from HAL, and its DOI is asked for retractions', async () => {
    world.plays.hal = [text(hal)];
    const { reference, standing } = found(only(await world.lookup.identifiers('https://hal.science/hal-03012345v2')));
    expect(reference.item).toMatchObject({
      type: 'article-journal',
      title: 'Calciphylaxie et rhéophérèse',
      author: [{ family: 'Le Gall' }, { family: 'Roux', given: 'Anna' }],
      'container-title': 'Néphrologie imaginaire',
      issued: { 'date-parts': [[2020, 11, 3]] },
      page: '12-19',
      DOI,
      language: 'fr',
    });
    expect(standing).toMatchObject({ state: 'not checked', why: 'unknown there' });
  });

  it('of an address that names no article is told beside the others; nobody is asked for it', async () => {
    world.plays.crossref = [text(crossrefWork())];
    const jama = 'https://jamanetwork.com/journals/jama/fullarticle/2680558';
    const answer = await world.lookup.identifiers(`${DOI}\n${jama}`);
    expect(answer.ok && answer.value.map(one => one.state)).toEqual(['found', 'unnamed']);
    expect(world.asked.join()).not.toContain('2680558');
  });

  it('is asked for once: the answer is kept on the disk for the next program, for a week', async () => {
    world.plays.crossref = [text(crossrefWork())];
    world.plays['europe-pmc'] = [text(europePmc())];
    await world.lookup.identifiers(DOI);
    const before = world.asked.length;
    expect(only(await world.again().identifiers(DOI)).state).toBe('found');
    expect(world.asked.length).toBe(before);
    world.clock.pass(8 * 24 * 3600 * 1000);
    await world.again().identifiers(DOI);
    expect(world.asked.length).toBe(before * 2);
  });

  it('a text without identifiers asks nobody', async () => {
    const answer = await world.lookup.identifiers('Calciphylaxis, a review');
    expect(answer).toMatchObject({ ok: false, problem: { code: 'lookup.no-identifier' } });
    expect(world.asked).toEqual([]);
  });
});

describe('manners', () => {
  it('nothing but the identifier and the program’s name leaves; an address only where the user gave one', async () => {
    world.plays.crossref = [text(crossrefWork({ DOI: undefined }))];
    await world.lookup.identifiers(`${DOI} Mme Dupont, née le 3 mai 1950`);
    expect(world.asked).toEqual([`crossref works/${encodeURIComponent(DOI)}`]);
    expect(world.headers[0]?.['user-agent']).toBe('Casewright/1.2.3');
    expect(Object.keys(world.headers[0] ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    world.setting.contact = 'anna@example.org';
    world.plays.ncbi = [text(pubmedSet(pubmedArticle('31000002')))];
    await world.lookup.identifiers('PMID 31000002');
    expect(world.asked.at(-1)).toContain('tool=casewright&email=anna%40example.org');
  });

  it('one request at a time, as far apart as the service’s headers ask', async () => {
    const slowDown = { 'x-rate-limit-limit': '2', 'x-rate-limit-interval': '1s' };
    world.plays.crossref = [text(crossrefWork({ DOI: undefined }), 200, slowDown)];
    await world.lookup.identifiers('10.5555/a1\n10.5555/a2\n10.5555/a3');
    expect(world.most('crossref')).toBe(1);
    expect(world.waits).toEqual([500, 500]);
  });

  it('a service that says that nothing is left is not asked until it says that there is', async () => {
    const used = { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '7' };
    const left = { 'ratelimit-remaining': '3', 'ratelimit-reset': '60' };
    world.plays.crossref = [
      text(crossrefWork({ DOI: undefined }), 200, left),
      text(crossrefWork({ DOI: undefined }), 200, used),
      text(crossrefWork({ DOI: undefined })),
    ];
    await world.lookup.identifiers('10.5555/a1\n10.5555/a2\n10.5555/a3');
    const [first = 0, second = 0, third = 0] = world.times;
    expect(second - first).toBeLessThan(1000);
    expect(third - second).toBeGreaterThanOrEqual(7000);
  });

  it('a service that asks for a rest gets one from all who stand in line', async () => {
    const until = new Date(world.clock.now() + 9000).toUTCString();
    world.plays.crossref = [text('', 429, { 'retry-after': until }), text(crossrefWork({ DOI: undefined }))];
    await world.lookup.identifiers('10.5555/a1\n10.5555/a2');
    expect(world.waits.some(wait => wait >= 7900)).toBe(true);
    const [first = 0, second = 0] = world.times;
    expect(second - first).toBeGreaterThanOrEqual(7900);
  });

  it('every service is asked by GET without a body, and hears the program’s name, the user’s address where given, and the identifier', async () => {
    world.setting.contact = 'anna@example.org';
    const text = `${DOI}\nPMID 31000002\nPMC6000001\narXiv:2101.00001\nISBN 9780306406157\nhttps://hal.science/hal-03012345\nMme Dupont, IPP 1234567`;
    await world.lookup.identifiers(text);
    expect(new Set(world.sent)).toEqual(new Set(['GET 0']));
    const [contact, name] = ['anna%40example.org', encodeURIComponent(DOI)];
    expect([...new Set(world.asked)].sort()).toEqual([
      'arxiv api/query?id_list=2101.00001&max_results=1',
      `crossref works/${name}?mailto=${contact}`,
      `datacite dois/${encodeURIComponent('10.48550/arXiv.2101.00001')}?mailto=${contact}`,
      `datacite dois/${name}?mailto=${contact}`,
      `europe-pmc search?query=EXT_ID%3A31000002+AND+SRC%3AMED&resultType=core&format=json&pageSize=1&email=${contact}`,
      `europe-pmc search?query=PMCID%3APMC6000001&resultType=core&format=json&pageSize=1&email=${contact}`,
      expect.stringMatching(/^hal search\/\?q=halId_s%3A%22hal-03012345%22&fl=[\w%]+&wt=json&rows=1$/),
      `ncbi efetch.fcgi?db=pubmed&id=31000002&retmode=xml&tool=casewright&email=${contact}`,
      'open-library api/books?bibkeys=ISBN%3A9780306406157&format=json&jscmd=data',
    ]);
    for (const headers of world.headers) {
      expect(headers['user-agent']).toBe('Casewright/1.2.3 (mailto:anna@example.org)');
      expect(headers.cookie ?? headers.referer).toBeUndefined();
    }
  });

  it('that a service has no such work is believed for a day, not for a week', async () => {
    await world.lookup.identifiers('10.5555/new');
    const before = world.asked.length;
    await world.lookup.identifiers('10.5555/new');
    expect(world.asked.length).toBe(before);
    world.clock.pass(25 * 3600 * 1000);
    world.plays.crossref = [text(crossrefWork({ DOI: '10.5555/new' }))];
    expect(only(await world.lookup.identifiers('10.5555/new')).state).toBe('found');
  });

  it('turned off means no request at all, also for one that stands in line', async () => {
    world.setting.on = false;
    expect(only(await world.lookup.identifiers(DOI))).toMatchObject({
      state: 'not checked',
      problem: { code: 'lookup.off' },
    });
    expect(world.asked).toEqual([]);
  });

  it('where the environment names no proxy the system’s is taken, and never for this computer', async () => {
    const { proxyOn, proxyOfRoutes } = await import('../../../host/lookup/proxy.ts');
    const system = async () => 'PROXY proxy.chu.fr:3128; DIRECT';
    const crossref = new URL('https://api.crossref.org/works');
    expect((await proxyOn(crossref, {}, system))?.href).toBe('http://proxy.chu.fr:3128/');
    expect((await proxyOn(crossref, { HTTPS_PROXY: 'http://other:1' }, system))?.href).toBe('http://other:1/');
    expect(await proxyOn(crossref, { NO_PROXY: 'crossref.org' }, system)).toBe(null);
    expect(await proxyOn(new URL('http://127.0.0.1:23119/'), {}, system)).toBe(null);
    expect(await proxyOn(crossref, {}, () => Promise.reject(new Error('no script')))).toBe(null);
    expect(['DIRECT', 'SOCKS5 p:1080', 'HTTPS p:443', ''].map(text => proxyOfRoutes(text)?.href)).toEqual([
      undefined,
      'socks5://p:1080',
      'https://p/',
      undefined,
    ]);
  });

  it('a request goes through the system’s proxy, and the proxy is named where it is not there', async () => {
    const elsewhere = { crossref: 'http://crossref.example/crossref/', datacite: 'http://datacite.example/datacite/' };
    const through = (route: string) => world.again({ bases: elsewhere, systemRoutes: async () => route });
    world.plays.crossref = [text(crossrefWork())];
    const here = new URL(world.address).host;
    expect(only(await through(`PROXY ${here}`).identifiers(DOI)).state).toBe('found');
    const gone = only(await through('PROXY 127.0.0.1:1').identifiers('10.5555/other'));
    expect(gone).toMatchObject({ state: 'not checked', problem: { code: 'lookup.proxy' } });
  });

  it('a proxy of the environment is asked, for everything but this computer', async () => {
    const { proxyFor } = await import('../../../host/lookup/proxy.ts');
    const environment = { https_proxy: 'proxy.chu.fr:3128', NO_PROXY: '.intranet.fr, ebi.ac.uk:8443' };
    expect(proxyFor(new URL('https://api.crossref.org/works'), environment)?.href).toBe('http://proxy.chu.fr:3128/');
    expect(proxyFor(new URL('https://a.intranet.fr/'), environment)).toBe(null);
    expect(proxyFor(new URL('https://www.ebi.ac.uk/'), environment)?.port).toBe('3128');
    expect(proxyFor(new URL('http://127.0.0.1:23119/'), { HTTP_PROXY: 'http://proxy:1' })).toBe(null);
    expect(proxyFor(new URL('https://api.crossref.org/'), { HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' })).toBe(null);
  });
});

describe('what goes wrong is said, and never reads as fine', () => {
  const problemOf = (one: LookedUp) => (one.state === 'not checked' ? one.problem.code : one.state);

  it('429 with Retry-After: waits as long as asked, then has it', async () => {
    world.plays.crossref = [text('slow down', 429, { 'retry-after': '7' }), text(crossrefWork({ DOI: undefined }))];
    expect(only(await world.lookup.identifiers(DOI)).state).toBe('found');
    expect(Math.max(...world.waits)).toBe(7000);
  });

  it('429 with a long Retry-After: says for how long, and leaves the service alone until then', async () => {
    world.plays.crossref = [text('', 429, { 'retry-after': '120' })];
    world.plays.datacite = [text('', 503, { 'retry-after': new Date(world.clock.now() + 90_000).toUTCString() })];
    const one = only(await world.lookup.identifiers(DOI));
    expect(one).toMatchObject({ state: 'not checked', problem: { code: 'lookup.busy', where: 'crossref' } });
    expect(one.state === 'not checked' && one.problem.hint.fr).toContain('120 secondes');
    const before = world.asked.length;
    await world.lookup.identifiers('10.5555/other');
    expect(world.asked.length).toBe(before);
    world.clock.pass(121_000);
    world.plays.crossref = [text(crossrefWork({ DOI: undefined }))];
    expect(only(await world.lookup.identifiers(DOI)).state).toBe('found');
  });

  it('500: three tries, ever further apart', async () => {
    world.plays.crossref = [text('oops', 500)];
    world.plays.datacite = [text('oops', 502)];
    expect(problemOf(only(await world.lookup.identifiers(DOI)))).toBe('lookup.service');
    expect(world.asked.filter(address => address.startsWith('crossref')).length).toBe(3);
    const waits = world.waits.filter(wait => wait >= 1000);
    expect(waits[1]).toBeGreaterThan((waits[0] as number) * 1.5);
  });

  it('slow: given up in time, once tried again', async () => {
    world.plays['open-library'] = [silence];
    const impatient = world.again({ timeout: 60 });
    expect(problemOf(only(await impatient.identifiers('ISBN 9780306406157')))).toBe('lookup.slow');
    expect(world.asked.length).toBe(2);
  });

  it.each([
    ['half of a JSON', '{"status":"ok","message":{"DOI":"10.'],
    ['a sign-in page', '<html><body>Wi-Fi de l’hôpital : identifiez-vous</body></html>'],
    ['a list', '[]'],
    ['nothing', ''],
    ['another JSON', '{"resultList":{"result":[]}}'],
  ])('an answer that is %s is unreadable, and is not kept', async (_, body) => {
    world.plays.crossref = [text(body), text(crossrefWork({ DOI: undefined }))];
    const one = only(await world.lookup.identifiers(DOI));
    expect(problemOf(one)).toBe('lookup.unreadable');
    expect(only(await world.lookup.identifiers(DOI)).state).toBe('found');
  });

  it.each([
    ['unpacks to gigabytes', packed(Buffer.alloc(24 * 1024 * 1024, 32)), 'lookup.unreadable'],
    ['sends round in a circle', text('', 302, { location: '/crossref/works/again' }), 'lookup.unreadable'],
    ['sends nowhere', text('', 301), 'lookup.unreadable'],
    ['is shut by a filter', text('<html>Blocked</html>', 403), 'lookup.not-accepted'],
    ['stands behind a proxy that wants a password', text('<html>Proxy</html>', 407), 'lookup.proxy'],
  ])('a service that %s is said, and not asked again and again', async (_, play, code) => {
    world.plays.crossref = [play];
    world.plays.datacite = [text('{}', 404)];
    expect(problemOf(only(await world.lookup.identifiers(DOI)))).toBe(code);
    expect(world.waits.filter(wait => wait >= 1000)).toEqual([]);
  });

  it.each([
    ['Crossref for a DOI', DOI, 'crossref', crossrefWork({ DOI: '10.5555/another' })],
    ['DataCite for a DOI', DOI, 'datacite', datacite],
    ['PubMed for a PMID', 'PMID 31000009', 'ncbi', pubmedSet(pubmedArticle('31000001'))],
    ['Europe PMC for a PMCID', 'PMC6000009', 'europe-pmc', europePmc()],
    ['arXiv for an id', 'arXiv:2101.00009', 'arxiv', arxiv],
  ] as const)('another work’s record from %s is not taken', async (_, asked, service, body) => {
    world.plays[service] = [text(body)];
    const one = only(await world.lookup.identifiers(asked));
    expect(one.state).toBe('not checked');
    expect(['lookup.other-work', 'lookup.unreadable']).toContain(problemOf(one));
  });

  it('a record that spells its DOI in another case is the same', async () => {
    world.plays.crossref = [text(crossrefWork({ DOI: DOI.toUpperCase() }))];
    expect(only(await world.lookup.identifiers(DOI)).state).toBe('found');
  });

  it.each([
    ['half of an XML', pubmedSet(pubmedArticle('31000002')).slice(0, 300)],
    ['a page', '<html></html>'],
  ])('PubMed: %s is unreadable', async (_, body) => {
    world.plays.ncbi = [text(body)];
    world.plays['europe-pmc'] = [text('nonsense')];
    expect(problemOf(only(await world.lookup.identifiers('PMID 31000002')))).toBe('lookup.unreadable');
  });

  it.each([
    ['at once', cutAtOnce],
    ['halfway', cutHalfway],
  ])('a connection cut %s is tried again, then said', async (_, play) => {
    world.plays.arxiv = [play];
    world.plays.datacite = [play];
    expect(problemOf(only(await world.lookup.identifiers('arXiv:2101.00001')))).toBe('lookup.broken');
    world.plays.arxiv = [play, text(arxiv)];
    expect(only(await world.lookup.identifiers('arXiv:2101.00001')).state).toBe('found');
  });

  it('offline: said at once, without trying again and again', async () => {
    const gone = 'http://127.0.0.1:1/';
    const lookup = world.again({ bases: { crossref: gone, datacite: gone } });
    expect(problemOf(only(await lookup.identifiers(DOI)))).toBe('lookup.offline');
    expect(lookup.isOffline()).toBe(true);
    expect(world.waits.filter(wait => wait >= 1000)).toEqual([]);
  });

  it('stopped by the user: no more is asked', async () => {
    world.plays.crossref = [silence];
    const stop = new AbortController();
    const asked = world.lookup.identifiers(`${DOI}\n10.5555/b`, stop.signal);
    setTimeout(() => stop.abort(), 50);
    const answer = await asked;
    expect(answer.ok && answer.value.map(problemOf)).toEqual(['lookup.cancelled', 'lookup.cancelled']);
    expect(world.asked.length).toBe(1);
  });

  it('where PubMed is down, Europe PMC gives the record', async () => {
    world.plays.ncbi = [text('', 500)];
    world.plays['europe-pmc'] = [text(europePmc({ doi: undefined }))];
    expect(only(await world.lookup.identifiers('PMID 30000001'))).toMatchObject({
      state: 'found',
      from: ['Europe PMC'],
    });
  });
});

describe('standings of references', () => {
  const reference = (id: string, item: object) => ({ id, item: { id, type: 'article-journal', ...item } });
  const references = [
    reference('a', { DOI: DOI.toUpperCase() }),
    reference('b', { DOI: '10.5555/other' }),
    reference('c', { PMID: '31000001' }),
    reference('d', { title: 'A book' }),
  ];

  it('one question for many; what has no identifier is not checked', async () => {
    world.plays.crossref = [text(crossrefWorks({}, { DOI: '10.5555/other', 'updated-by': [] }))];
    world.plays.ncbi = [text(pubmedSet(pubmedArticle('31000001', RETRACTION_IN)))];
    const { standings, problems } = await world.lookup.standings(references, {});
    expect(Object.entries(standings).map(([id, { state, why }]) => [id, why ?? state])).toEqual([
      ['a', 'retracted'],
      ['b', 'none'],
      ['c', 'retracted'],
      ['d', 'no identifier'],
    ]);
    expect(problems).toEqual([]);
    expect(world.asked.length).toBe(2);
  });

  it('a service that fails leaves "not checked", never "none", and what was found before stays', async () => {
    world.plays.crossref = [text(crossrefWorks({}))];
    world.plays.ncbi = [text(pubmedSet())];
    const { standings: before } = await world.lookup.standings(references.slice(0, 1), {});
    expect(before.a?.state).toBe('retracted');
    world.clock.pass(8 * 24 * 3600 * 1000);
    world.plays.crossref = [text('', 500)];
    world.plays.ncbi = [text('', 500)];
    const { standings, problems } = await world.lookup.standings(references, before);
    expect(standings.a).toEqual(before.a);
    expect(standings.b).toMatchObject({ state: 'not checked', why: 'failed' });
    expect(standings.c).toMatchObject({ state: 'not checked', why: 'failed' });
    expect(problems.map(({ where }) => where).sort()).toEqual(['crossref', 'ncbi']);
  });

  it('of two services that know a work one fails: what the other has nothing against is not checked, what it has a notice of is', async () => {
    const both = [reference('a', { DOI, PMID: '31000001' })];
    world.plays.crossref = [text(crossrefWorks({ 'updated-by': [] }))];
    world.plays.ncbi = [text('', 500)];
    expect((await world.lookup.standings(both, {})).standings.a).toMatchObject({ state: 'not checked', why: 'failed' });
    world.plays.crossref = [text('', 500)];
    const doi = '<ArticleId IdType="doi">10.5555/other</ArticleId></ArticleIdList>';
    world.plays.ncbi = [text(pubmedSet(pubmedArticle('31000003').replace('</ArticleIdList>', doi)))];
    const withDoi = found(only(await world.lookup.identifiers('PMID 31000003')));
    expect(withDoi.standing.state).toBe('not checked');
    world.plays.ncbi = [text(pubmedSet(pubmedArticle('31000001', RETRACTION_IN)))];
    expect((await world.lookup.standings(both, {})).standings.a?.state).toBe('retracted');
  });

  it('checked anew they are asked for, though last week’s answer is kept; not twice within minutes', async () => {
    world.plays.crossref = [text(crossrefWorks({ 'updated-by': [] })), text(crossrefWorks({}))];
    const some = references.slice(0, 1);
    const { standings } = await world.lookup.standings(some, {});
    expect(standings.a?.state).toBe('none');
    world.clock.pass(3600 * 1000);
    expect((await world.lookup.standings(some, {})).standings.a?.state).toBe('none');
    expect((await world.lookup.standings(some, standings, undefined, true)).standings.a?.state).toBe('retracted');
    const before = world.asked.length;
    await world.lookup.standings(some, standings, undefined, true);
    expect(world.asked.length).toBe(before);
  });

  it('recent ones are not asked for again', async () => {
    world.plays.crossref = [text(crossrefWorks({}))];
    const { standings } = await world.lookup.standings(references.slice(0, 1), {});
    const before = world.asked.length;
    await world.lookup.standings(references.slice(0, 1), standings);
    expect(world.asked.length).toBe(before);
  });
});

describe('search', () => {
  it('PubMed: results in its order, with abstracts', async () => {
    world.plays.ncbi = [
      text(JSON.stringify({ esearchresult: { count: '320', idlist: ['31000002', '31000001'] } })),
      text(pubmedSet(pubmedArticle('31000001', RETRACTION_IN), pubmedArticle('31000002'))),
    ];
    const page = await world.lookup.search('pubmed', 'imaginary fever');
    expect(page.ok && page.value.total).toBe(320);
    expect(page.ok && page.value.works.map(({ reference, standing }) => [reference.item.PMID, standing.state])).toEqual(
      [
        ['31000002', 'none'],
        ['31000001', 'retracted'],
      ],
    );
    expect(page.ok && page.value.works[0]?.reference.item.abstract).toContain('One patient.');
  });

  it('the next page of each is asked for where the last one ended', async () => {
    world.plays.ncbi = [
      text(JSON.stringify({ esearchresult: { count: '30', idlist: ['31000002'] } })),
      text(pubmedSet(pubmedArticle('31000002'))),
    ];
    const page = await world.lookup.search('pubmed', 'fever', undefined, '25');
    expect(world.asked[0]).toContain('retstart=25');
    expect(page.ok && page.value.next).toBe('26');
    const result = Array.from({ length: 25 }, (_, at) => ({ id: String(at), source: 'MED', title: `Fever ${at}` }));
    world.plays['europe-pmc'] = [
      text(JSON.stringify({ hitCount: 60, nextCursorMark: 'AoE=', resultList: { result } })),
    ];
    const first = await world.lookup.search('europe-pmc', 'fever');
    expect(first.ok && first.value.next).toBe('AoE=');
    await world.lookup.search('europe-pmc', 'fever', undefined, 'AoE=');
    expect(world.asked.at(-1)).toContain('cursorMark=AoE%3D');
  });

  it.each([
    ['Ne\u0301phropathie a\u0300 IgA', 'Néphropathie à IgA'],
    ['COVID-19: a “new” disease?', 'COVID-19 a "new" disease'],
    ['[Fièvre Q après greffe].', 'Fièvre Q après greffe'],
    ['smith j[au] AND 2018:2020[dp]', 'smith j[au] AND 2018:2020[dp]'],
    ['AUTH:"Roy L" (fever', 'AUTH:"Roy L" fever'],
    ['"fever of', 'fever of'],
  ])('%s is asked as %s', async (typed, asked) => {
    await world.lookup.search('europe-pmc', typed);
    expect(new URL(`http://x/${world.asked[0]?.split(' ')[1]}`).searchParams.get('query')).toBe(asked);
  });

  it('Europe PMC: one question; nothing found is an empty page, a failure is words', async () => {
    world.plays['europe-pmc'] = [text(JSON.stringify({ hitCount: 0, resultList: { result: [] } })), text('{')];
    expect(await world.lookup.search('europe-pmc', 'zzz')).toEqual({
      ok: true,
      value: { total: 0, works: [], next: null },
    });
    expect(await world.lookup.search('europe-pmc', 'yyy')).toMatchObject({
      ok: false,
      problem: { code: 'lookup.unreadable', where: 'europe-pmc' },
    });
  });
});

describe('a printed reference', () => {
  const printed = 'Robert L. A first case of imaginary fever. Ann Imag Med. 2016;12(4):101-8.';
  const nobody = { report: [], library: [] };

  it('is found in the report without asking anybody', async () => {
    const item = {
      id: 'fever',
      type: 'article-journal',
      title: 'A first case of imaginary fever',
      author: [{ family: 'Robert', given: 'L' }],
      issued: { 'date-parts': [[2016]] },
    };
    const here = { report: [{ id: 'fever', item }], library: [{ id: 'robert2016', item }] };
    const { candidates } = await world.lookup.find(printed, here, false);
    expect(candidates.map(({ reference, from, score }) => [reference.id, from, score > 90])).toEqual([
      ['fever', 'report', true],
    ]);
    expect(world.asked).toEqual([]);
  });

  it('is matched by PubMed from journal, year, volume and page; Crossref’s wrong guess stays below', async () => {
    world.plays.ncbi = [
      text('Ann Imag Med|2016|12|101|Robert|r|31000002\n'),
      text(pubmedSet(pubmedArticle('31000002'))),
    ];
    world.plays.crossref = [text(crossrefWorks({}))];
    const { candidates, problems } = await world.lookup.find(printed, nobody, true);
    expect(candidates[0]).toMatchObject({ from: 'PubMed', reference: { item: { PMID: '31000002' } } });
    expect(candidates[0]?.score).toBeGreaterThan(95);
    expect(candidates.slice(1).every(({ score }) => score <= 60)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('a mistyped DOI does not win over a title that fits', async () => {
    world.plays.crossref = [
      text(crossrefWork()),
      text(crossrefWorks({ DOI: '10.5555/right', title: ['A first case of imaginary fever'] })),
    ];
    world.plays.ncbi = [
      text('Ann Imag Med|2016|12|101|Robert|r|NOT_FOUND\n'),
      text('{"esearchresult":{"count":"0","idlist":[]}}'),
    ];
    const { candidates } = await world.lookup.find(`${printed} doi:10.5555/typo`, nobody, true);
    expect(candidates[0]?.reference.item.DOI).toBe('10.5555/right');
  });

  it('services that do not answer are named, beside what the others found', async () => {
    world.plays.crossref = [text('', 500)];
    world.plays.ncbi = [
      text('Ann Imag Med|2016|12|101|Robert|r|31000002\n'),
      text(pubmedSet(pubmedArticle('31000002'))),
    ];
    const { candidates, problems } = await world.lookup.find(printed, nobody, true);
    expect(candidates.length).toBe(1);
    expect(problems.map(({ code, where }) => [code, where])).toEqual([['lookup.service', 'crossref']]);
  });
});
