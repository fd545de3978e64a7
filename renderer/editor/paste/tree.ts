/** A page of HTML as plain data: what the readers of pasted pages look at, in a browser and in tests. */

export interface Tag {
  /** In small letters: `p`, `o:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What its style attribute says, by property, in small letters. */
  readonly style: Readonly<Record<string, string>>;
  readonly children: readonly Content[];
}

export type Content = Tag | string | { readonly comment: string };

export const isTag = (content: Content): content is Tag => typeof content !== 'string' && 'name' in content;

/** The tags directly inside one. */
export const tagsIn = (tag: Tag): readonly Tag[] => tag.children.filter(isTag);

/** The tags inside one, at every depth, in reading order; not below those that `enters` shuts. */
export function allTags(tag: Tag, enters: (tag: Tag) => boolean = () => true): readonly Tag[] {
  return tagsIn(tag).flatMap(child => [child, ...(enters(child) ? allTags(child, enters) : [])]);
}

/** All letters of a tag, as they stand. */
export const lettersIn = (content: Content): string =>
  typeof content === 'string' ? content : isTag(content) ? content.children.map(lettersIn).join('') : '';

/** Declarations of a style attribute. */
export function styleOf(text: string): Readonly<Record<string, string>> {
  const declarations = text.split(';').map((declaration): [string, string] => {
    const colon = declaration.indexOf(':');
    return [
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    ];
  });
  return Object.fromEntries(declarations.filter(([property]) => property !== ''));
}

/** Whether a page does not show a tag. */
export const isHidden = ({ attributes, style }: Tag): boolean =>
  style.display === 'none' || style['mso-hide'] === 'all' || 'hidden' in attributes;
