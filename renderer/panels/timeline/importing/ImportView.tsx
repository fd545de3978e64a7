import { useMemo, useState } from 'react';
import type { TimeSettings } from '../../../../core/report/types.ts';
import { rememberedOf } from '../../../../core/timeline/formats/memory.ts';
import type { LabImport, LabOptions, Shape } from '../../../../core/timeline/formats/types.ts';
import { useOpenSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { Trouble } from '../../../ui/Said.tsx';
import { useWords } from '../../../words/index.ts';
import { StaticDrawing } from '../course/StaticDrawing.tsx';
import './importing.css';
import { Columns } from './Columns.tsx';
import { Incoming } from './Incoming.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Progress } from './Progress.tsx';
import { Questions } from './Questions.tsx';
import { Remembered } from './Remembered.tsx';
import { type Source, useReading, withShape } from './reading.ts';

/** Series that are drawn of those that come. */
const DRAWN = 12;

/** A laboratory's file before it is taken in: what will come of it, and beside that how it is read, which can be changed. */
export function ImportView(props: {
  readonly source: Source;
  readonly time: TimeSettings;
  readonly onDone: (reading: LabImport) => void;
  readonly onCancel: () => void;
}) {
  const say = useWords('timeline');
  const [options, setOptions] = useState<LabOptions>({});
  const { reading, problem, share } = useReading(props.source, options);
  const [isTaking, setTaking] = useState(false);
  // The same list until another is read: tens of thousands of values are not drawn anew for each word above them.
  const drawn = useMemo(() => reading?.series.slice(0, DRAWN) ?? [], [reading]);
  const { host } = useOpenSession();
  const { name } = props.source;
  const take = (taken: LabImport) => {
    const remembered = rememberedOf(taken, options, new Date().toISOString().slice(0, 10));
    // What is only a help for next time must not keep the values from being taken.
    if (remembered) host.call('labs.remember', { shape: taken.shapeKey, remembered }).catch(() => {});
    setTaking(true);
    // Once that is shown: a large file changes the report, its grid and its drawing in one piece.
    requestAnimationFrame(() => setTimeout(() => props.onDone(taken)));
  };
  const forget = async (shape: string) => {
    await host.call('labs.forget', { shape });
    setOptions({ ...options });
  };
  const title = name === undefined ? say('importPasted') : say('importTitle', { name });
  return (
    <section className="timeline importing" aria-label={title}>
      <header className="view-head">
        <h2 className="cut">{title}</h2>
        <span className="sub" role="status">
          {isTaking
            ? say('adding')
            : reading
              ? say('read', { count: reading.values, series: say('series', { count: reading.series.length }) })
              : !problem && say('reading')}
          {share !== null && share > 0 && !isTaking && ` ${Math.round(share * 100)}\u00a0%`}
        </span>
        <span className="grow" />
        <Button small isDisabled={isTaking} onPress={props.onCancel}>
          {say('cancel')}
        </Button>
        <Button
          small
          kind="primary"
          isDisabled={!reading || reading.values === 0 || problem !== null || isTaking}
          onPress={() => reading && take(reading)}
        >
          {reading ? say('importDo', { count: reading.values }) : say('import')}
        </Button>
      </header>
      <Progress share={isTaking ? 1 : share} label={say(isTaking ? 'adding' : 'reading')} />
      {problem && (
        <div className="import-trouble">
          <Trouble problem={problem} />
        </div>
      )}
      {reading && (
        <div className="import-panes">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
          <section className="import-preview" tabIndex={0} aria-label={say('preview')}>
            {reading.series.length === 0 ? (
              <p className="second">
                {say(reading.warnings.some(({ question }) => question) ? 'emptyAsked' : 'empty')}
              </p>
            ) : (
              <>
                {reading.undated > 0 && (
                  <p className="import-undated second">{say('undated', { count: reading.undated })}</p>
                )}
                <Incoming series={reading.series} time={props.time} />
                <StaticDrawing series={drawn} time={props.time} />
              </>
            )}
          </section>
          <div className="import-aside">
            {reading.recalled && <Remembered at={reading.recalled.at} onForget={() => forget(reading.shapeKey)} />}
            <Questions reading={reading} options={options} time={props.time} onChange={setOptions} />
            <LeftOut reading={reading} />
            {reading.table && (
              <Select<Shape>
                label={say('layout')}
                value={reading.table.shape}
                onChange={shape => setOptions(now => withShape(now, shape))}
                options={[
                  { id: 'long', label: say('long') },
                  { id: 'wide-moments', label: say('wideMoments') },
                  { id: 'wide-analytes', label: say('wideAnalytes') },
                ]}
              />
            )}
            <Columns reading={reading} options={options} onChange={setOptions} />
          </div>
        </div>
      )}
    </section>
  );
}
