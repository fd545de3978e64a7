import type { ReactNode } from 'react';
import type { Block } from '../../../core/report/document.ts';
import { useDesk } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import { AtBlock } from './AtBlock.tsx';
import { CardForm } from './CardForm.tsx';

/** A card of choices beside a chart or a table of values. It takes the focus, and gives it back to the text when it is done. */
export function BlockCard(props: {
  readonly block: Block;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords('chart');
  const desk = useDesk();
  const { block, label, onClose, children } = props;
  return (
    <AtBlock block={block} className="chart-card">
      <CardForm label={label} onClose={onClose}>
        <div className="chart-choices">{children}</div>
        <footer>
          <Button kind="link" small onPress={() => desk.show('timeline')}>
            {say('values')}
          </Button>
          <span className="grow" />
          <Button kind="primary" small type="submit">
            {say('done')}
          </Button>
        </footer>
      </CardForm>
    </AtBlock>
  );
}
