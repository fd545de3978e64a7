import { useState } from 'react';
import { alternativeText } from '../../../../core/timeline/drawing/alternative.ts';
import { printedTime } from '../../../../core/timeline/printed-time.ts';
import { useSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useWords } from '../../../words/index.ts';
import { useCourse, useImages } from './drawn.ts';

/** The timeline in words, as exports print it, to read or to copy. */
export function AsText({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('course');
  const course = useCourse();
  const images = useImages();
  const language = useSession(({ report }) => report.language);
  const [copied, setCopied] = useState(false);
  const words = alternativeText({ ...course, images, time: printedTime(course) }, language);
  return (
    <Dialog
      wide
      title={say('asTextTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('close')}</Button>
          <Button kind="primary" onPress={() => void navigator.clipboard.writeText(words).then(() => setCopied(true))}>
            {say(copied ? 'copied' : 'copy')}
          </Button>
        </>
      }
    >
      <p className="second">{say('asTextNote')}</p>
      <p className="course-words" lang={language}>
        {words}
      </p>
    </Dialog>
  );
}
