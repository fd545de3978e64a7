/** Into the open case: cited where the caret was, or only added. */
import { Quote } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';

export function TakeButtons({ onTake }: { readonly onTake: (cite: boolean) => void }) {
  const say = useWords('library');
  return (
    <>
      <Button kind="primary" small icon={Quote} onPress={() => onTake(true)}>
        {say('cite')}
      </Button>
      <Button small onPress={() => onTake(false)}>
        {say('addToCase')}
      </Button>
    </>
  );
}
