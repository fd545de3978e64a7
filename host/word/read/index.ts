/** A .docx that came back from co-authors, as plain data to lay beside the report. */
import { done, failed, type Outcome } from '../../../core/outcome.ts';
import { ORIGIN } from '../../../core/roundtrip/anchors.ts';
import type { Origin, ReturnedComment, ReturnedDocument } from '../../../core/roundtrip/returned.ts';
import { notWord, type Parts, partsOf } from './archive.ts';
import { type Anchored, readBody } from './body.ts';
import { allIn, childOf, type Element, lettersIn, parseXml } from './xml.ts';

/** Reads a file as Word, LibreOffice or others write it. Fails where it is none, or has no text. */
export function readWord(bytes: Uint8Array): Outcome<ReturnedDocument> {
  const parts = partsOf(bytes);
  if (!parts.ok) return parts;
  const main = related(parts.value, '', 'officeDocument')[0] ?? 'word/document.xml';
  const root = parseXml(parts.value.get(main) ?? '');
  const body = root ? childOf(root, 'w:body') : undefined;
  if (!body) return failed(notWord());
  const part = (kind: string): Element | null => {
    const [path] = related(parts.value, main, kind);
    return path === undefined ? null : parseXml(parts.value.get(path) ?? '');
  };
  const { blocks, anchors } = readBody(body, { styles: stylesIn(part('styles')), links: linksOf(parts.value, main) });
  const origin = originIn(parts.value);
  return done({
    blocks,
    comments: commentsIn(part('comments'), part('commentsExtended'), anchors),
    notes: [...notesIn(part('footnotes'), 'w:footnote'), ...notesIn(part('endnotes'), 'w:endnote')],
    ...(origin ? { origin } : {}),
  });
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
}

function relationsOf(parts: Parts, path: string): readonly Relation[] {
  const cut = path.lastIndexOf('/') + 1;
  const root = parseXml(parts.get(`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`) ?? '');
  return (root?.children ?? [])
    .filter(({ name }) => name === 'Relationship')
    .map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => ({
      id: Id,
      type: Type.replace(/^.*\//, ''),
      target: Target,
      isOutside: TargetMode === 'External',
    }));
}

/** Paths of the parts that one names by a kind of relationship. */
function related(parts: Parts, path: string, kind: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return relationsOf(parts, path)
    .filter(({ type, isOutside }) => type === kind && !isOutside)
    .map(({ target }) => (target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')));
}

function linksOf(parts: Parts, path: string): ReadonlyMap<string, string> {
  return new Map(
    relationsOf(parts, path)
      .filter(({ type }) => type === 'hyperlink')
      .map(({ id, target }) => [id, target]),
  );
}

function stylesIn(root: Element | null): ReadonlyMap<string, string> {
  return new Map(
    (root?.children ?? [])
      .filter(({ name }) => name === 'w:style')
      .map(style => [
        style.attributes['w:styleId'] ?? '',
        (childOf(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase(),
      ]),
  );
}

const paragraphsIn = (element: Element): string =>
  [...allIn(element, 'w:p')].map(paragraph => [...allIn(paragraph, 'w:t')].map(lettersIn).join('')).join('\n');

function commentsIn(
  root: Element | null,
  extended: Element | null,
  anchors: ReadonlyMap<string, Anchored>,
): readonly ReturnedComment[] {
  const settled = new Set(
    (extended?.children ?? [])
      .filter(({ attributes }) => attributes['w15:done'] === '1')
      .map(({ attributes }) => attributes['w15:paraId'] ?? ''),
  );
  return (root?.children ?? [])
    .filter(({ name }) => name === 'w:comment')
    .map(comment => {
      const { 'w:id': id = '', 'w:author': author = '', 'w:date': date = '' } = comment.attributes;
      const anchor = anchors.get(id);
      const last = [...allIn(comment, 'w:p')].at(-1);
      return {
        author,
        date,
        text: paragraphsIn(comment).trim(),
        about: anchor?.about ?? '',
        block: anchor?.block ?? -1,
        resolved: settled.has(last?.attributes['w14:paraId'] ?? '\u0000'),
      };
    });
}

/** Those that separate notes from the text are of kinds of their own. */
function notesIn(root: Element | null, name: string): readonly string[] {
  return (root?.children ?? [])
    .filter(note => note.name === name && note.attributes['w:type'] === undefined)
    .map(note => paragraphsIn(note).trim())
    .filter(text => text !== '');
}

function originIn(parts: Parts): Origin | undefined {
  const root = parseXml(parts.get(related(parts, '', 'custom-properties')[0] ?? '') ?? '');
  const property = root?.children.find(({ attributes }) => attributes.name === ORIGIN);
  if (!property) return undefined;
  try {
    const said = JSON.parse(lettersIn(property)) as Record<string, unknown>;
    const word = (name: string) => (typeof said[name] === 'string' ? said[name] : '');
    return {
      report: word('report'),
      template: word('template'),
      form: word('form'),
      floats: word('floats'),
      anonymous: said.anonymous === true,
    };
  } catch {
    return undefined;
  }
}
