/** Text out of parts that are not as they should be: blocks that are sound stay, of others their letters stay as paragraphs. */
import type { Block, Inline, Part } from './document.ts';
import { emptyPart } from './parts.ts';
import { blockSchema, inlineSchema, partKeySchema, partSchema } from './schema.ts';

export interface Salvaged {
  readonly parts: readonly Part[];
  /** Where something was changed: "observation › 3". */
  readonly places: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every letter below a node that is not understood. */
function lettersOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(lettersOf).join('');
  if (!isObject(node)) return '';
  return (typeof node.text === 'string' ? node.text : '') + lettersOf(node.children);
}

function salvageInlines(children: unknown): Inline[] {
  const kept = (Array.isArray(children) ? children : []).map((child): Inline => {
    const read = inlineSchema.safeParse(child);
    return read.success ? read.data : { text: lettersOf(child) };
  });
  return kept.length > 0 ? kept : [{ text: '' }];
}

function salvageBlock(block: unknown): Block[] {
  if (isObject(block) && (block.type === 'paragraph' || block.type === 'heading')) {
    const children = salvageInlines(block.children);
    return [
      block.type === 'heading'
        ? { type: 'heading', level: block.level === 2 ? 2 : 1, children }
        : { type: 'paragraph', children },
    ];
  }
  const letters = lettersOf(block);
  return letters === '' ? [] : [{ type: 'paragraph', children: [{ text: letters }] }];
}

function salvagePart(part: Json, places: string[]): Block[] {
  const blocks = Array.isArray(part.children) ? part.children : [];
  return blocks.flatMap((block, index) => {
    const read = blockSchema.safeParse(block);
    if (read.success) return [read.data];
    places.push(`${String(part.key)} › ${index + 1}`);
    return salvageBlock(block);
  });
}

/** Parts of a damaged or newer document. A part that is there twice is joined; letters of unknown parts go to the observation. */
export function salvageParts(data: unknown): Salvaged {
  const places: string[] = [];
  const found = new Map<string, Part>();
  (Array.isArray(data) ? data : []).forEach((item: unknown, index) => {
    const whole = partSchema.safeParse(item);
    const key = isObject(item) ? partKeySchema.safeParse(item.key) : null;
    if (whole.success && !found.has(whole.data.key)) {
      found.set(whole.data.key, whole.data);
      return;
    }
    const to = key?.success ? key.data : 'observation';
    if (!key?.success || whole.success) places.push(String(index + 1));
    const blocks = whole.success
      ? whole.data.children
      : key?.success && isObject(item)
        ? salvagePart(item, places)
        : salvageBlock(item);
    const before = found.get(to);
    const children = [...(before?.children ?? []), ...blocks];
    found.set(to, children.length > 0 ? { type: 'part', key: to, children } : (before ?? emptyPart(to)));
  });
  return { parts: [...found.values()], places };
}
