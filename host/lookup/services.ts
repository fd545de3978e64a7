/** The services that are asked, where they are, and how gently each wants to be asked. */

export type ServiceId = 'crossref' | 'datacite' | 'ncbi' | 'europe-pmc' | 'arxiv' | 'open-library' | 'hal';

export interface Service {
  readonly id: ServiceId;
  /** As its users call it. */
  readonly name: string;
  /** Ends in a slash. */
  readonly base: string;
  /** Milliseconds from one request to the next, until its own headers say otherwise. */
  readonly spacing: number;
  /** What names the program, and its user where they gave an address, in the query. */
  readonly etiquette: (contact: string) => Readonly<Record<string, string>>;
}

const byMail = (contact: string): Readonly<Record<string, string>> => (contact === '' ? {} : { mailto: contact });
const none = () => ({});

/** Addresses of all services under one, as a mirror or a test has them: "http://127.0.0.1:4000/" → "http://127.0.0.1:4000/crossref/". */
export function basesUnder(address: string): Readonly<Record<ServiceId, string>> {
  const base = address.endsWith('/') ? address : `${address}/`;
  return Object.fromEntries(Object.keys(SERVICES).map(id => [id, `${base}${id}/`])) as Record<ServiceId, string>;
}

/** Spacings keep below what each service states; Crossref and others that state it in headers are then followed (`rateOf`). */
export const SERVICES: Readonly<Record<ServiceId, Service>> = {
  // Crossref, "Access and authentication": limits come with every answer, and an address is asked for (`mailto`).
  crossref: {
    id: 'crossref',
    name: 'Crossref',
    base: 'https://api.crossref.org/',
    spacing: 200,
    etiquette: byMail,
  },
  // DataCite, rate limits: 500 in five minutes, more with an address.
  datacite: { id: 'datacite', name: 'DataCite', base: 'https://api.datacite.org/', spacing: 600, etiquette: byMail },
  // "A General Introduction to the E-utilities" (NBK25497): 3 a second without a key; tool and email.
  ncbi: {
    id: 'ncbi',
    name: 'PubMed',
    base: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/',
    spacing: 350,
    etiquette: contact => ({ tool: 'casewright', ...(contact === '' ? {} : { email: contact }) }),
  },
  // A limit of Europe PMC's articles service is not confirmed: five a second at most.
  'europe-pmc': {
    id: 'europe-pmc',
    name: 'Europe PMC',
    base: 'https://www.ebi.ac.uk/europepmc/webservices/rest/',
    spacing: 200,
    etiquette: contact => (contact === '' ? {} : { email: contact }),
  },
  // info.arxiv.org, "Terms of use for arXiv APIs": one request every three seconds, one connection.
  arxiv: { id: 'arxiv', name: 'arXiv', base: 'https://export.arxiv.org/', spacing: 3000, etiquette: none },
  // A limit of Open Library without an account is not confirmed: one a second.
  'open-library': {
    id: 'open-library',
    name: 'Open Library',
    base: 'https://openlibrary.org/',
    spacing: 1000,
    etiquette: none,
  },
  // A limit of HAL's search is not confirmed: two a second.
  hal: { id: 'hal', name: 'HAL', base: 'https://api.archives-ouvertes.fr/', spacing: 500, etiquette: none },
};
