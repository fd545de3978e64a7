import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** One main button a surface; it names its result. */
  readonly kind?: 'primary' | 'plain' | 'link';
  readonly small?: boolean;
  readonly danger?: boolean;
  /** Keeps width and words, adds a spinner, takes no press. */
  readonly busy?: boolean;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** A button with words. */
export function Button({ kind, small, danger, busy, icon: Icon, children, ...rest }: ButtonProps) {
  const classes = ['btn', kind, small && 'sm', danger && 'danger'].filter(Boolean).join(' ');
  return (
    <AriaButton {...rest} isPending={busy ?? false} className={classes}>
      {busy ? <LoaderCircle className="icon spinner" /> : Icon && <Icon className="icon" />}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** Its name, shown on hover and focus. */
  readonly label: string;
  readonly icon: LucideIcon;
}

/** A button with an icon only; its name is its label and its tooltip. */
export function IconButton({ label, icon: Icon, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={600}>
      <AriaButton {...rest} aria-label={label} className="icon-btn">
        <Icon className="icon" />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
