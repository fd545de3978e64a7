/** A .docx that came back from co-authors, as plain data to lay beside the report. */
import { createHash } from 'node:crypto';
import { done, failed, type Outcome } from '../../../core/outcome.ts';
import { ORIGIN } from '../../../core/roundtrip/anchors.ts';
import type { Origin, ReturnedComment, ReturnedDocument } from '../../../core/roundtrip/returned.ts';
import { notWord, type Parts, partsOf, picturesIn } from './archive.ts';
import { type Anchored, readBody } from './body.ts';
import { readNotes } from './notes.ts';
import { allIn, childOf, type Element, lettersIn, paragraphsIn, parseXml } from './xml.ts';

/** Reads a file as Word, LibreOffice or others write it. Fails where it is none, or has no text. */
export function readWord(bytes: Uint8Array): Outcome<ReturnedDocument> {
  const parts = partsOf(bytes);
  if (!parts.ok) return parts;
  const main = related(parts.value, '', 'officeDocument')[0] ?? 'word/document.xml';
  const root = parseXml(parts.value.get(main) ?? '');
  const body = root ? childOf(root, 'w:body') : undefined;
  if (!body) return failed(notWord());
  const pathOf = (kind: string): string | undefined => related(parts.value, main, kind)[0];
  const part = (kind: string): Element | null => {
    const path = pathOf(kind);
    return path === undefined ? null : parseXml(parts.value.get(path) ?? '');
  };
  const styles = stylesIn(part('styles'));
  const notesOf = (kind: 'footnote' | 'endnote') => {
    const links = linksOf(parts.value, pathOf(`${kind}s`) ?? '');
    return readNotes(part(`${kind}s`), kind, { styles, links, pictures: new Map() });
  };
  const { blocks, anchors, boxes } = readBody(body, {
    styles,
    links: linksOf(parts.value, main),
    pictures: picturesOf(parts.value, main, picturesIn(bytes)),
  });
  const origin = originIn(parts.value);
  return done({
    blocks,
    comments: commentsIn(part('comments'), part('commentsExtended'), anchors),
    notes: [...notesOf('footnote'), ...notesOf('endnote')],
    boxes,
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

/** Pictures that a part shows, by the id of their relationship. */
function picturesOf(parts: Parts, path: string, pictures: ReadonlyMap<string, Uint8Array>) {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const sums = new Map<string, string>();
  const sumOf = (at: string) => {
    const bytes = pictures.get(at);
    const known = sums.get(at) ?? (bytes ? createHash('sha256').update(bytes).digest('hex') : '');
    sums.set(at, known);
    return known;
  };
  return new Map(
    relationsOf(parts, path)
      .filter(({ type, isOutside }) => type === 'image' && !isOutside)
      .map(({ id, target }) => {
        const at = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '');
        return [id, { path: at, sha256: sumOf(at) }] as const;
      }),
  );
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
