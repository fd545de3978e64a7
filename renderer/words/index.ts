/** Every word of the interface, by area, in English and French. An area is a file and a line here. */
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Words } from '../../core/outcome.ts';
import type { Language } from '../../core/report/types.ts';
import { shell } from './shell.ts';

const areas = { shell } as const;

type Areas = typeof areas;
export type Area = keyof Areas;
export type WordKey<A extends Area> = keyof Areas[A]['en'] & string;

/** Gives the words of one area; `{{name}}` in a sentence is filled from `values`, `count` picks the plural. */
export type Say<A extends Area> = (key: WordKey<A>, values?: Readonly<Record<string, string | number>>) => string;

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
  const fixed = i18next.getFixedT(null, area);
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
