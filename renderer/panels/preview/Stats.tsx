import { useSession } from '../../session/context.tsx';
import { citedWorks, numberedCounts } from '../../session/counts.ts';
import { useSessionAtTimes } from '../../session/resting.ts';
import { Meter } from '../../ui/Meter.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';

/** What the template limits, and how much of it is used. Nothing where it limits nothing. */
export function Stats() {
  const say = useWords('preview');
  const format = useFormat();
  const report = useSessionAtTimes(state => state.report);
  const template = useSession(state => state.template);
  const numbering = useSession(state => state.numbering);
  const cited = useSession(citedWorks);
  const counts = numberedCounts(report, numbering, cited);
  const rows = (
    [
      ['words', 'text', 'words'],
      ['figures', 'figures', 'items'],
      ['references', 'references', 'items'],
    ] as const
  ).flatMap(([label, of, unit]) => {
    const max = template.limits.find(limit => limit.of === of && limit.in === unit)?.max;
    return max === undefined ? [] : [{ label, value: counts[label], max }];
  });
  if (rows.length === 0) return null;
  return (
    <dl className="preview-stats">
      {rows.map(({ label, value, max }) => (
        <div key={label}>
          <dt>{say(label)}</dt>
          <dd>
            <Meter value={value} of={max} />
            <span className="number">{say('of', { value: format.number(value), max: format.number(max) })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
