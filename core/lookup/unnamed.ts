/** Addresses of articles that do not say which article it is: what to paste instead. */
import { type Problem, problem, type Words } from '../outcome.ts';

interface Publisher {
  readonly name: string;
  readonly host: RegExp;
  /** With which the publisher's DOIs begin (Crossref's list of members), where there is one. */
  readonly prefix: string | null;
}

/**
 * Publishers whose pages are numbered by their own shop (Silverchair and others): neither the DOI nor anything that Crossref or PubMed
 * can be asked for follows from the number.
 */
const PUBLISHERS: readonly Publisher[] = [
  { name: 'JAMA Network', host: /jamanetwork[.-]com/i, prefix: '10.1001' },
  { name: 'Oxford Academic', host: /academic[.-]oup[.-]com/i, prefix: '10.1093' },
  { name: 'Karger', host: /karger[.-]com/i, prefix: '10.1159' },
  { name: 'Lippincott', host: /journals[.-]lww[.-]com/i, prefix: '10.1097' },
  { name: 'MDPI', host: /mdpi[.-]com/i, prefix: '10.3390' },
  { name: 'BMJ', host: /bmj[.-]com/i, prefix: '10.1136' },
  { name: 'EM-Consulte', host: /em-consulte[.-]com/i, prefix: '10.1016' },
];

/** Why an address cannot be looked up, and what can be. Nothing was asked of anybody. */
export function unnamedAddress(address: string): Problem {
  const publisher = PUBLISHERS.find(({ host }) => host.test(address));
  const begins: Words = publisher?.prefix
    ? {
        en: ` (with ${publisher.name} it begins with ${publisher.prefix})`,
        fr: ` (chez ${publisher.name}, il commence par ${publisher.prefix})`,
      }
    : { en: '', fr: '' };
  return problem(
    'lookup.unnamed-address',
    { en: 'This address does not say which article it is.', fr: 'Cette adresse ne dit pas de quel article il s’agit.' },
    {
      en: `Nothing was asked. Paste the DOI that is printed on the page${begins.en}, or search for the title in PubMed.`,
      fr: `Rien n’a été demandé. Collez le DOI imprimé sur la page${begins.fr}, ou cherchez le titre dans PubMed.`,
    },
    address,
  );
}

/** An ISBN whose check digit does not fit: asked for, it would give another book or none. */
export function wrongIsbn(isbn: string): Problem {
  return problem(
    'lookup.wrong-isbn',
    { en: 'A digit of this ISBN is wrong.', fr: 'Un chiffre de cet ISBN est faux.' },
    {
      en: 'Nothing was asked: its last digit does not fit the others. Compare it with the book, or search for the title.',
      fr: 'Rien n’a été demandé\u00a0: son dernier chiffre ne correspond pas aux autres. Comparez-le avec le livre, ou cherchez le titre.',
    },
    isbn,
  );
}
