import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { wishes } from '../../app/commands/offered.ts';
import { CompactLibrary } from '../../library/case/CompactLibrary.tsx';
import { useDeskState } from '../../session/context.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { useWords } from '../../words/index.ts';
import { isOfCase } from './commands.ts';
import { References } from './References.tsx';

/** References beside the text: those of the case, or the library to take more from. */
export function ReferencesPane() {
  const say = useWords('library');
  const [source, setSource] = useState<'case' | 'library'>('case');
  const isEditing = useDeskState(state => state.shown !== null);
  const isWished = useStore(wishes, ({ id }) => isOfCase(id));
  useEffect(() => {
    if (isWished) setSource('case');
  }, [isWished]);
  if (isEditing) return <References />;
  return (
    <>
      <div className="references-source">
        <Segmented
          label={say('whereFrom')}
          quietLabel
          full
          value={source}
          onChange={setSource}
          options={[
            { id: 'case', label: say('caseTab') },
            { id: 'library', label: say('libraryTab') },
          ]}
        />
      </div>
      {source === 'case' ? (
        <References />
      ) : (
        <div className="references">
          <CompactLibrary />
        </div>
      )}
    </>
  );
}
