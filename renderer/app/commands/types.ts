import type { LucideIcon } from 'lucide-react';

/** Something the user can do: found in the palette, shown with its keys, run by them. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** As "mod+shift+s"; held by the key's letter, so that it is the same on AZERTY and QWERTY. */
  readonly shortcut?: string;
  readonly icon?: LucideIcon;
  /** More words to find it by. */
  readonly also?: string;
  readonly isDisabled?: boolean;
  /** A text field keeps these keys to itself. */
  readonly notInFields?: boolean;
  /** Listed when its words are typed, not before. */
  readonly onlySought?: boolean;
  /** Said beside the label: whose it is. */
  readonly detail?: string;
  /** Known by its keys only, not listed. */
  readonly unlisted?: boolean;
  run(): void;
}
