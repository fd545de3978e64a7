import type { HostClient } from '../../../core/contract/contract.ts';
import { plainText } from '../../../core/library/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useWords } from '../../words/index.ts';
import { useAnswer } from '../asking.ts';

/** Of an entry that was merged: which one it became part of, and the way there. */
export function MergedInto(props: {
  readonly host: HostClient;
  /** The id of the one that stands. */
  readonly into: string;
  readonly onShow: (id: string) => void;
}) {
  const { host, into } = props;
  const say = useWords('library');
  const answer = useAnswer(() => host.call('library.entry', { id: into }), into);
  if (!answer?.ok) return null;
  return (
    <Banner
      severity="note"
      actions={
        <Button small onPress={() => props.onShow(into)}>
          {say('showMerged')}
        </Button>
      }
    >
      {say('mergedInto', { title: plainText(answer.value.item.title) || answer.value.key })}
    </Banner>
  );
}
