/** Every word of the interface, by area, in English and French. An area is a file and a line here. */
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Words } from '../../core/outcome.ts';
import type { Language } from '../../core/report/types.ts';
import { chart } from './chart.ts';
import { checks } from './checks.ts';
import { commands } from './commands.ts';
import { copies } from './copies.ts';
import { course } from './course.ts';
import { editor } from './editor.ts';
import { exporting } from './exporting.ts';
import { figures } from './figures.ts';
import { files } from './files.ts';
import { following } from './following.ts';
import { front } from './front.ts';
import { grid } from './grid.ts';
import { labTable } from './lab-table.ts';
import { library } from './library.ts';
import { lookup } from './lookup.ts';
import { outline } from './outline.ts';
import { pasting } from './pasting.ts';
import { preview } from './preview.ts';
import { references } from './references.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';
import { team } from './team.ts';
import { template } from './template.ts';
import { timeline } from './timeline.ts';

const areas = {
  shell,
  start,
  files,
  commands,
  report,
  outline,
  following,
  front,
  references,
  copies,
  figures,
  preview,
  checks,
  exporting,
  review,
  editor,
  pasting,
  template,
  timeline,
  library,
  course,
  grid,
  chart,
  labTable,
  team,
  lookup,
} as const;

type Areas = typeof areas;
export type Area = keyof Areas;
/** `lines_one` and `lines_other` are one key, `lines`, chosen by `count`. */
type Plain<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
export type WordKey<A extends Area> = Plain<keyof Areas[A]['en'] & string>;

/** Gives the words of one area; `{{name}}` in a sentence is filled from `values`, `count` picks the plural. */
export type Say<A extends Area> = (key: WordKey<A>, values?: Readonly<Record<string, string | number>>) => string;

/** For the test that both languages say everything. */
export const allWords: Readonly<Record<string, { readonly en: object; readonly fr: object }>> = areas;

function resources(language: Language) {
  return Object.fromEntries(Object.entries(areas).map(([name, words]) => [name, words[language]]));
}

void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  ns: Object.keys(areas),
  defaultNS: 'shell',
  resources: { en: resources('en'), fr: resources('fr') },
  interpolation: { escapeValue: false },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
});

/** The interface's language now. */
export function interfaceLanguage(): Language {
  return i18next.language === 'fr' ? 'fr' : 'en';
}

/** Changes the interface's language at once, everywhere, `lang` of the page included. */
export function setInterfaceLanguage(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

function subscribe(notify: () => void): () => void {
  i18next.on('languageChanged', notify);
  return () => i18next.off('languageChanged', notify);
}

/** The interface's language, following changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, interfaceLanguage);
}

/** The words of an area outside a component; not to be kept across a change of language. */
export function say<A extends Area>(area: A): Say<A> {
  const fixed = i18next.getFixedT(null, area) as (key: string, values: object) => string;
  return (key, values) => fixed(key, { ...values });
}

/** The words of an area, following changes of language. */
export function useWords<A extends Area>(area: A): Say<A> {
  useLanguage();
  return say(area);
}

/** A sentence that came with its translations (from core or host), following changes of language. */
export function useChoose(): (words: Words) => string {
  const language = useLanguage();
  return words => words[language];
}
