import { createRoot } from 'react-dom/client';
import type { AppInfo } from '../../core/contract/values.ts';
import type { Template } from '../../core/template/types.ts';
import type { SteadyHost } from '../session/steady.ts';
import { setInterfaceLanguage } from '../words/index.ts';
import { App } from './App.tsx';
import { applyTheme } from './appearance.ts';
import { Unreachable } from './Unreachable.tsx';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import '../ui/tokens.css';
import '../ui/ground.css';
import '../ui/pieces.css';

/** Shows the app on a reachable host. */
export async function mount(root: HTMLElement, host: SteadyHost): Promise<void> {
  let info: AppInfo;
  let templates: readonly Template[];
  try {
    [info, templates] = await Promise.all([host.client.call('app.info', {}), host.client.call('templates.list', {})]);
  } catch {
    mountUnreachable(root);
    return;
  }
  createRoot(root).render(<App host={host} info={info} templates={templates} />);
}

/** Says that no host answers; the only view that can do without one. */
export function mountUnreachable(root: HTMLElement): void {
  setInterfaceLanguage(navigator.language.startsWith('fr') ? 'fr' : 'en');
  const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  applyTheme(
    {
      language: 'system',
      theme: 'system',
      paper: 'light',
      lookups: 'on',
      contact: '',
      sharing: 'off',
      libraryColumns: '',
      libraryWidths: '',
      copyTemplate: '',
    },
    systemIsDark,
  );
  createRoot(root).render(<Unreachable />);
}
