import { useStore } from 'zustand';
import { WorkCard } from '../../ui/WorkCard.tsx';
import { useWords } from '../../words/index.ts';
import { imageWorks } from './work.ts';

/** At the foot of the pane: images that are being made safe, while one goes on writing. */
export function ImageWorks() {
  const say = useWords('figures');
  const list = useStore(imageWorks, state => state.list);
  if (list.length === 0) return null;
  return (
    <section className="works">
      {list.map(({ id, done, of, stop }) => (
        <WorkCard
          key={id}
          title={say('adding', { count: of })}
          step={say('addingStep')}
          count={say('addingCount', { done, of })}
          done={done}
          of={of}
          onCancel={stop}
        />
      ))}
    </section>
  );
}
