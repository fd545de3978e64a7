/**
 * Addresses that say where an article was printed and nothing else: journal, volume, issue and first page. PubMed is asked for the one
 * article that stands there.
 */

/** Journals by what publishers call them in their addresses, as PubMed abbreviates them (NLM Catalog). */
const JOURNALS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // casereports.bmj.com/content/13/4/e234567
  'bmj.com': {
    adc: 'Arch Dis Child',
    ard: 'Ann Rheum Dis',
    bjo: 'Br J Ophthalmol',
    bjsm: 'Br J Sports Med',
    bmjopen: 'BMJ Open',
    casereports: 'BMJ Case Rep',
    emj: 'Emerg Med J',
    fg: 'Frontline Gastroenterol',
    fn: 'Arch Dis Child Fetal Neonatal Ed',
    gut: 'Gut',
    heart: 'Heart',
    ijgc: 'Int J Gynecol Cancer',
    jcp: 'J Clin Pathol',
    jech: 'J Epidemiol Community Health',
    jitc: 'J Immunother Cancer',
    jmg: 'J Med Genet',
    jnis: 'J Neurointerv Surg',
    jnnp: 'J Neurol Neurosurg Psychiatry',
    lupus: 'Lupus Sci Med',
    oem: 'Occup Environ Med',
    pmj: 'Postgrad Med J',
    pn: 'Pract Neurol',
    rapm: 'Reg Anesth Pain Med',
    rmdopen: 'RMD Open',
    rmd: 'RMD Open',
    sti: 'Sex Transm Infect',
    thorax: 'Thorax',
    tobaccocontrol: 'Tob Control',
  },
  'ersjournals.com': { erj: 'Eur Respir J', err: 'Eur Respir Rev', openres: 'ERJ Open Res' },
  'neurology.org': { n: 'Neurology', cp: 'Neurol Clin Pract', nn: 'Neurol Neuroimmunol Neuroinflamm' },
  'snmjournals.org': { jnm: 'J Nucl Med' },
  'cmaj.ca': { www: 'CMAJ' },
  'jrheum.org': { www: 'J Rheumatol' },
  'ajnr.org': { www: 'AJNR Am J Neuroradiol' },
  // academic.oup.com/cid/article/71/15/732/5803306
  'academic.oup.com': {
    ageing: 'Age Ageing',
    bjd: 'Br J Dermatol',
    bjs: 'Br J Surg',
    brain: 'Brain',
    ced: 'Clin Exp Dermatol',
    cid: 'Clin Infect Dis',
    ckj: 'Clin Kidney J',
    'ecco-jcc': 'J Crohns Colitis',
    ehjcr: 'Eur Heart J Case Rep',
    ejcts: 'Eur J Cardiothorac Surg',
    eurheartj: 'Eur Heart J',
    europace: 'Europace',
    humrep: 'Hum Reprod',
    ibdjournal: 'Inflamm Bowel Dis',
    jac: 'J Antimicrob Chemother',
    jcem: 'J Clin Endocrinol Metab',
    jid: 'J Infect Dis',
    jscr: 'J Surg Case Rep',
    ndt: 'Nephrol Dial Transplant',
    ofid: 'Open Forum Infect Dis',
    omcr: 'Oxf Med Case Reports',
    qjmed: 'QJM',
    rheumap: 'Rheumatol Adv Pract',
    rheumatology: 'Rheumatology (Oxford)',
  },
  'ashpublications.org': { blood: 'Blood', bloodadvances: 'Blood Adv' },
  'diabetesjournals.org': { care: 'Diabetes Care', diabetes: 'Diabetes' },
  'publications.aap.org': { pediatrics: 'Pediatrics' },
  'rupress.org': { jem: 'J Exp Med', jcb: 'J Cell Biol' },
  'karger.com': {
    cde: 'Case Rep Dermatol',
    cnd: 'Case Rep Nephrol Dial',
    cop: 'Case Rep Ophthalmol',
    crg: 'Case Rep Gastroenterol',
    crn: 'Case Rep Neurol',
    cro: 'Case Rep Oncol',
    drm: 'Dermatology',
  },
};

/** Its host as one word, with dots or, behind a library's proxy, hyphens in it. */
const host = (name: string) => name.replaceAll('.', '[.-]');

/** "gut.bmj.com/content/69/6/997", "gut.bmj.com/content/gutjnl/69/6/997.full.pdf" */
const BY_HOST = Object.entries(JOURNALS).map(
  ([name]) =>
    [
      name,
      new RegExp(
        `(?<![\\w.-])(?:([a-z]+)[.-])?${host(name)}[^/]*/content/(?:[a-z]+/)?(\\d{1,4})/(\\d{1,4})/([a-z]?\\d{1,9})(?![\\w-])`,
        'i',
      ),
    ] as const,
);
/** "academic.oup.com/cid/article-abstract/71/15/732/5803306" */
const BY_FOLDER = Object.entries(JOURNALS).map(
  ([name]) =>
    [
      name,
      new RegExp(
        `(?<![\\w-])${host(name)}[^/]*/([a-z-]+)/article(?:-abstract|-pdf)?/(\\d{1,4})/(\\d{1,4})/([a-z]?\\d{1,9})/\\d`,
        'i',
      ),
    ] as const,
);

/** Where an article was printed, as it is cited ("Gut 69(6):997"); null for an address that does not tell. */
export function placeOfAddress(address: string): string | null {
  for (const [name, pattern] of [...BY_HOST, ...BY_FOLDER]) {
    const [found, part = 'www', volume, issue, page] = pattern.exec(address) ?? [];
    const journal = JOURNALS[name]?.[part.toLowerCase()];
    if (found !== undefined && journal !== undefined) return `${journal} ${volume}(${issue}):${page}`;
  }
  return null;
}

/** The query by which PubMed finds what is printed at such a place; null for what is none. */
export function placeQuery(place: string): string | null {
  const [, journal, volume, issue, page] = /^(.+) (\d+)\((\d+)\):(\w+)$/.exec(place) ?? [];
  return journal === undefined ? null : `"${journal}"[ta] AND ${volume}[vi] AND ${issue}[ip] AND ${page}[pg]`;
}
