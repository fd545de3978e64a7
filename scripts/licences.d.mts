/** A package that ships with the program. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly chosen?: string;
  readonly everywhere: boolean;
  readonly copyright: readonly string[];
}
export function shipped(root: string): readonly Shipped[];
