/** HTML text made a tree by the browser's own parser, which runs no script and loads nothing. */
import { type Content, styleOf, type Tag } from './tree.ts';

/** HTML whose styles are data: the window's content policy forbids them, and would empty them on parsing. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

function contentOf(node: Node): readonly Content[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ''];
  if (node.nodeType === Node.COMMENT_NODE) return [{ comment: node.textContent ?? '' }];
  return node instanceof Element ? [tagOf(node)] : [];
}

function tagOf(element: Element): Tag {
  return {
    name: element.localName.toLowerCase(),
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    style: styleOf(element.getAttribute('data-style') ?? ''),
    children: [...element.childNodes].flatMap(contentOf),
  };
}

/** The body of a page. */
export function pageOf(html: string): Tag {
  return tagOf(new DOMParser().parseFromString(withoutStyles(html), 'text/html').body);
}
