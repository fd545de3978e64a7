import { useState } from 'react';
import { CompactLibrary } from '../../library/CompactLibrary.tsx';
import { useDeskState } from '../../session/context.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { useWords } from '../../words/index.ts';
import { References } from './References.tsx';

/** References beside the text: those of the case, or the library to take more from. */
export function ReferencesPane() {
  const say = useWords('library');
  const [source, setSource] = useState<'case' | 'library'>('case');
  const isEditing = useDeskState(state => state.shown !== null);
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
