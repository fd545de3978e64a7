import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { IconButton } from './Button.tsx';

/** A few settings that open under a button; Esc and a press beside them close it. */
export function Panel(props: {
  /** Of the button and of what opens. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Shown on the button where something is set. */
  readonly badge?: number;
  readonly children: ReactNode;
}) {
  return (
    <div className="panel-button">
      <DialogTrigger>
        <IconButton label={props.label} icon={props.icon} />
        <Popover className="popover" placement="bottom end" offset={6}>
          <Dialog className="panel" aria-label={props.label}>
            {props.children}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {props.badge !== undefined && props.badge > 0 && (
        <span className="panel-badge" aria-hidden="true">
          {props.badge}
        </span>
      )}
    </div>
  );
}
