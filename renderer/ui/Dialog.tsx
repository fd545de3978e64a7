import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../words/index.ts';
import { IconButton } from './Button.tsx';

/** A dialog, only where an answer is needed to go on. Esc and the cross close it. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly alert?: boolean;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}) {
  const say = useWords('shell');
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={open => !open && props.onClose()} className="scrim">
      <Modal className={props.wide ? 'modal wide' : 'modal'}>
        <AriaDialog className="dialog" role={props.alert ? 'alertdialog' : 'dialog'}>
          <header>
            <Heading slot="title" level={2}>
              {props.title}
            </Heading>
            <IconButton label={say('close')} icon={X} onPress={props.onClose} />
          </header>
          {props.children}
          {props.footer && <footer>{props.footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
