/** Names of what is put in a command's place holders (`<path>`), as its help prints them. */
import type { Words } from '../core/outcome.ts';
import type { Language } from '../core/report/types.ts';

/** By the name that the usage of a command or the flags of an option say. */
export const TERMS: Readonly<Record<string, Words>> = {
  'analyte=unit': { en: 'analyte=unit', fr: 'analyte=unité' },
  command: { en: 'command', fr: 'commande' },
  count: { en: 'count', fr: 'nombre' },
  file: { en: 'file', fr: 'fichier' },
  files: { en: 'files', fr: 'fichiers' },
  format: { en: 'format', fr: 'format' },
  id: { en: 'id', fr: 'identifiant' },
  language: { en: 'language', fr: 'langue' },
  name: { en: 'name', fr: 'nom' },
  'name=id': { en: 'name=id', fr: 'nom=identifiant' },
  'name=value': { en: 'name=value', fr: 'nom=valeur' },
  names: { en: 'names', fr: 'noms' },
  number: { en: 'number', fr: 'nombre' },
  options: { en: 'options', fr: 'options' },
  order: { en: 'order', fr: 'ordre' },
  part: { en: 'part', fr: 'partie' },
  path: { en: 'path', fr: 'chemin' },
  report: { en: 'report', fr: 'document' },
  returned: { en: 'returned', fr: 'renvoyé' },
  sign: { en: 'sign', fr: 'signe' },
  tag: { en: 'tag', fr: 'étiquette' },
  times: { en: 'times', fr: 'temps' },
  which: { en: 'which', fr: 'lesquelles' },
  width: { en: 'width', fr: 'largeur' },
  words: { en: 'words', fr: 'mots' },
  'words=day': { en: 'words=day', fr: 'mots=jour' },
  year: { en: 'year', fr: 'année' },
};

/** The name of a place holder in a language; as it stands where it has none. */
export const term = (name: string, language: Language): string => TERMS[name]?.[language] ?? name;

/** "export [file] --to <path>" with its place holders in a language. */
export const inTerms = (usage: string, language: Language): string =>
  usage.replace(
    /([<[])([\w=]+)(\.{3})?([>\]])/g,
    (_, open, name, more = '', close) => `${open}${term(name, language)}${more}${close}`,
  );
