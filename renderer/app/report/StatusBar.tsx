import { Button } from 'react-aria-components';
import type { PartKey } from '../../../core/report/document.ts';
import { isEmptyPart } from '../../../core/report/parts.ts';
import { wordCount } from '../../../core/report/text.ts';
import { useDesk, useDeskState, useSession } from '../../session/context.tsx';
import { useSessionAtTimes } from '../../session/resting.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useLanguage, useWords } from '../../words/index.ts';
import type { Command } from '../commands/types.ts';

/** Below the sheet: the part with the caret and its words, language, template, zoom; on an empty sheet, the three keys to know. */
export function StatusBar({ commands }: { readonly commands: readonly Command[] }) {
  const say = useWords('report');
  const choose = useChoose();
  const language = useLanguage();
  const desk = useDesk();
  const key = useDeskState(state => state.part);
  const zoom = useDeskState(state => state.zoom);
  const written = useSession(state => state.report.language);
  const template = useSession(state => state.template);
  const empty = useSession(state => state.report.parts.every(isEmptyPart));
  if (empty) {
    return (
      <footer className="status">
        <span>
          <Keys of="/" /> {say('insertHint')}
        </span>
        <span>
          <Keys of="@" /> {say('citeHint')}
        </span>
        <span>
          <Keys of="mod+k" /> {say('commandHint')}
        </span>
      </footer>
    );
  }
  const inLanguage = say(written === 'fr' ? 'documentLanguageFr' : 'documentLanguageEn');
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(zoom);
  const zooms = commands.filter(({ id }) => id.startsWith('zoom-'));
  return (
    <footer className="status">
      {key && <PartWords key={key} part={key} />}
      <Button
        className="status-button"
        aria-label={say('documentIn', { language: inLanguage })}
        onPress={() => desk.enter('front')}
      >
        {inLanguage}
      </Button>
      <Button
        className="status-button"
        aria-label={say('printedAs', { template: choose(template.name) })}
        onPress={() => desk.enter('template')}
      >
        {choose(template.name)}
      </Button>
      <Menu
        label={say('zoom', { percent })}
        placement="bottom end"
        trigger={
          <Button className="status-button number" aria-label={say('zoom', { percent })}>
            {percent}
          </Button>
        }
        entries={zooms.map(({ id, label, run }) => ({ id, label, onAction: run }))}
      />
    </footer>
  );
}

/** The part with the caret, and how long it is. */
function PartWords({ part: key }: { readonly part: PartKey }) {
  const say = useWords('report');
  const format = useFormat();
  const part = useSessionAtTimes(state => state.report.parts.find(each => each.key === key));
  const heading = useSession(state => state.numbering.parts.get(key)?.heading ?? '');
  if (!part) return null;
  const words = wordCount(part);
  return (
    <span className="number">{say('partWords', { part: heading, count: words, formatted: format.number(words) })}</span>
  );
}
