/** While a user looks at the start page, the threads get ready for the report that is chosen there. */
import type { Language } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { prepare } from '../export/preparing.ts';
import type { Workshop } from '../export/tasks.ts';
import type { Home } from './home.ts';

/** Whoever opens a report at once shall not wait behind what is made ready (milliseconds). */
const REST = 400;

export interface Readying {
  /** The start page is there. */
  soon(): void;
  /** A report is opened, or the program ends: what has not begun is left. */
  stop(): void;
}

/** Readies once, as for the report that was opened last; a new user's is in the language of the system. */
export function createReadying(needs: {
  readonly home: Home;
  readonly workshop: Workshop;
  readonly templates: () => Promise<readonly Template[]>;
  readonly systemLanguage: Language;
}): Readying {
  const { home, workshop, templates, systemLanguage } = needs;
  let rest: NodeJS.Timeout | undefined;
  let isOver = false;

  async function begin(): Promise<void> {
    isOver = true;
    const [[latest], known, { tab = 'preview', paneOpen }] = await Promise.all([
      home.recent(),
      templates(),
      home.layout(''),
    ]);
    const template =
      known.find(({ id }) => id === latest?.template) ?? known.find(({ languages }) => languages[0] === systemLanguage);
    const language = template?.languages[0];
    if (template && language)
      await prepare(workshop, { template, language, pages: paneOpen !== false && tab === 'preview' });
  }

  return {
    soon() {
      clearTimeout(rest);
      if (!isOver) rest = setTimeout(() => void begin().catch(() => {}), REST).unref();
    },
    stop() {
      isOver = true;
      clearTimeout(rest);
    },
  };
}
