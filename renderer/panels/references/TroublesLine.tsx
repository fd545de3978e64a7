import { ToggleButton } from 'react-aria-components';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { goToFinding } from '../../session/going.ts';
import { Button } from '../../ui/Button.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { NARROWED, type Narrowed, type Troubles } from './troubles.ts';

interface Props {
  readonly troubles: Troubles;
  readonly narrowed: Narrowed | null;
  readonly onNarrow: (to: Narrowed | null) => void;
}

/** What of the references wants a look: citations without one, and those that nobody cites, that lack something, that were taken back. */
export function TroublesLine({ troubles, narrowed, onNarrow }: Props) {
  const say = useWords('references');
  const format = useFormat();
  const desk = useDesk();
  const { editor } = useOpenSession();
  const findings = useSession(state => state.findings);
  const missing = findings.filter(({ check }) => check === 'citing.missing-references');
  const [first] = missing;
  const shown = NARROWED.filter(kind => troubles.of[kind].size > 0 || kind === narrowed);
  return (
    <>
      {first && (
        <Banner
          severity="error"
          actions={
            <Button small onPress={() => goToFinding(desk, editor, first.place)}>
              {say('goThere')}
            </Button>
          }
        >
          {say('missing', { count: missing.length })}
        </Banner>
      )}
      {shown.length > 0 && (
        <fieldset aria-label={say('narrow')} className="references-narrow">
          {shown.map(kind => (
            <ToggleButton
              key={kind}
              className="chip"
              isSelected={narrowed === kind}
              onChange={isOn => onNarrow(isOn ? kind : null)}
            >
              {say(`narrow_${kind}`)} <span>{format.number(troubles.of[kind].size)}</span>
            </ToggleButton>
          ))}
        </fieldset>
      )}
    </>
  );
}
