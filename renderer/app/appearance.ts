/** Settings made visible: theme and sheet on the root element, the interface's language everywhere. */
import { useEffect } from 'react';
import type { AppInfo, Settings } from '../../core/contract/values.ts';
import { setInterfaceLanguage } from '../words/index.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Puts theme and sheet on the root element, where the tokens read them. */
export function applyTheme({ theme, paper }: Settings, systemIsDark: boolean): void {
  const { dataset } = document.documentElement;
  dataset.theme = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
  dataset.paper = paper;
}

/** The interface's language under these settings. */
export function languageOf(settings: Settings, info: Pick<AppInfo, 'systemLanguage'>) {
  return settings.language === 'system' ? info.systemLanguage : settings.language;
}

/** Keeps the page in step with settings and with the system's own theme. */
export function useAppearance(settings: Settings, info: AppInfo): void {
  useEffect(() => {
    const system = window.matchMedia(DARK);
    const apply = () => applyTheme(settings, system.matches);
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [settings]);
  useEffect(() => setInterfaceLanguage(languageOf(settings, info)), [settings, info]);
}
