/** Copying references out of the library as a journal prints them. */
import type { HostClient } from '../../../core/contract/contract.ts';
import type { Template } from '../../../core/template/types.ts';
import { notify } from '../../app/notices/notices.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/index.ts';
import { settled } from '../asking.ts';
import { putOnClipboard } from './clipboard.ts';

/** So many at once; more are better written to a file. */
const MOST_COPIED = 500;

export type Copied = 'citation' | 'bibliography';

export interface Copying {
  copy(ids: readonly string[], what: Copied): Promise<void>;
  /** What it is copied as; null beside a report, whose own style it is. */
  readonly template: Template | null;
}

/** `host` is that of the library, `document` the open report. */
export function useCopying(host: HostClient, document: string | undefined): Copying {
  const { host: own, settings, templates } = useSurroundings();
  const say = useWords('library');
  const format = useFormat();
  const language = useLanguage();
  const named = (wanted: string) => templates.find(({ id }) => id === wanted);
  const template = named(settings.copyTemplate) ?? named(`plain-${language}`) ?? templates[0] ?? null;
  return {
    template: document === undefined ? template : null,
    async copy(ids, what) {
      if (ids.length === 0 || (document === undefined && template === null)) return;
      if (ids.length > MOST_COPIED) {
        const most = format.number(MOST_COPIED);
        notify({ severity: 'note', title: say('copyTooMany', { formatted: most }), hint: say('copyTooManyHint') });
        return;
      }
      const entries = await settled(host.call('library.entries', { ids: [...ids] }));
      if (!entries.ok || entries.value.length === 0) return;
      const references = entries.value.map(({ item }, index) => {
        // What no style prints is the bulk of an entry.
        const { abstract: _, note: __, ...printed } = item;
        const id = `copied-${index + 1}`;
        return { id, item: { ...printed, id } as typeof item };
      });
      const as = document === undefined ? { template: template?.id ?? '', language } : { document };
      const [answer, printing] = await Promise.all([
        settled(own.call('citations.print', { references, as })),
        import('./printed.ts'),
      ]);
      if (!answer.ok) return;
      const { text, html } =
        what === 'citation' ? printing.printedCitation(answer.value) : printing.printedBibliography(answer.value);
      const isDone = text !== '' && putOnClipboard(text, html);
      if (!isDone) {
        notify({
          severity: 'warning',
          title: say('notCopied'),
          hint: say(text === '' ? 'notCopiedStyle' : 'notCopiedHint'),
        });
        return;
      }
      const count = references.length;
      notify({
        severity: 'ok',
        about: 'copied',
        title: say(what === 'citation' ? 'copiedCitation' : 'copied', { count, formatted: format.number(count) }),
        hint: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text,
      });
    },
  };
}

/** Letters of what was copied that are told. */
const SHOWN = 140;
