import type { ReactNode } from 'react';
import type { Standing } from '../../../../core/lookup/standing.ts';
import type { Reference } from '../../../../core/report/types.ts';
import { RichText } from '../../../ui/RichText.tsx';
import { useWords } from '../../../words/index.ts';
import { plainTitle, whoAndWhen } from '../lines.ts';
import { StandingMark } from './StandingMark.tsx';

/** A work that was found: who and when, what, where, what stands against it, its abstract when opened. */
export function WorkLine(props: {
  readonly reference: Reference;
  readonly standing: Standing;
  /** Where it is from, how well it fits. */
  readonly note?: string;
  readonly action: ReactNode;
  /** Below it: its files, where it has any. */
  readonly below?: ReactNode;
}) {
  const say = useWords('lookup');
  const words = useWords('references');
  const { item } = props.reference;
  const where = [item['container-title'], item.volume && `${item.volume}${item.page ? `: ${item.page}` : ''}`]
    .filter(Boolean)
    .join(', ');
  return (
    <li className="work-line">
      <div>
        <b>{whoAndWhen(item, words('others'))}</b> <StandingMark standing={props.standing} always />
        <span className="second">{plainTitle(item) || words('untitled')}</span>
        <small className="quiet">{[where, props.note].filter(Boolean).join(' · ')}</small>
        {typeof item.abstract === 'string' && item.abstract !== '' && (
          <details className="details">
            <summary>{say('abstract')}</summary>
            <p>
              <RichText text={item.abstract} />
            </p>
          </details>
        )}
        {props.below && <div className="work-below">{props.below}</div>}
      </div>
      {props.action}
    </li>
  );
}
