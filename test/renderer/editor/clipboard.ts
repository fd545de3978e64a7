/** HTML of a clipboard as the tree that the window makes of it; written here so that it is XML as well. */
import { XMLParser } from 'fast-xml-parser';
import { type Content, styleOf, type Tag } from '../../../renderer/editor/paste/tree.ts';

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  htmlEntities: true,
  parseTagValue: false,
  parseAttributeValue: false,
  commentPropName: '#comment',
});

function contentOf(node: Node): Content {
  if ('#text' in node) return String(node['#text']);
  if ('#comment' in node) return { comment: String((node['#comment'] as readonly Node[])[0]?.['#text'] ?? '') };
  const name = Object.keys(node).find(key => key !== ':@') as string;
  const attributes = (node[':@'] ?? {}) as Record<string, string>;
  return {
    name,
    attributes,
    style: styleOf(attributes.style ?? ''),
    children: (node[name] as readonly Node[]).map(contentOf),
  };
}

/** The body of a page. */
export const pageOf = (html: string): Tag => contentOf(parser.parse(`<body>${html}</body>`)[0] as Node) as Tag;
