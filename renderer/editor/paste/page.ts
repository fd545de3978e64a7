/** HTML text made a tree by the browser's own parser, which runs no script and loads nothing. */
import type { Steps } from './steps.ts';
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
  return node instanceof Element ? [tagOf(node, [...node.childNodes].flatMap(contentOf))] : [];
}

const tagOf = (element: Element, children: readonly Content[]): Tag => ({
  name: element.localName.toLowerCase(),
  attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  style: styleOf(element.getAttribute('data-style') ?? ''),
  children,
});

/** With more inside, a tag is taken over one of its children at a time. */
const MANY = 20;

function* longTag(element: Element): Steps<Tag> {
  const children: Content[] = [];
  for (const child of element.childNodes) {
    if (child instanceof Element && child.getElementsByTagName('*').length > MANY) children.push(yield* longTag(child));
    else children.push(...contentOf(child));
    yield;
  }
  return tagOf(element, children);
}

/** The body of a page. */
export function* pageIn(html: string): Steps<Tag> {
  const clean = withoutStyles(html);
  yield;
  const { body } = new DOMParser().parseFromString(clean, 'text/html');
  yield;
  return yield* longTag(body);
}
