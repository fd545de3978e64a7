/** Word files changed as Word changes them: letters put in and taken out, tracked or not, comments, runs split, parts renamed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface Opened {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly document: string;
}

export const opened = (bytes: Uint8Array): Opened => {
  const files = unzipSync(bytes);
  return { files, document: strFromU8(files['word/document.xml'] as Uint8Array) };
};

/** The file with another text, and other parts where they are given; null takes a part out. */
export function closed({ files, document }: Opened, parts: Readonly<Record<string, string | null>> = {}): Uint8Array {
  const all: Record<string, Uint8Array> = { ...files, 'word/document.xml': strToU8(document) };
  for (const [name, text] of Object.entries(parts)) {
    if (text === null) delete all[name];
    else all[name] = strToU8(text);
  }
  return zipSync(all);
}

export const change = (bytes: Uint8Array, edit: (document: string) => string): Uint8Array => {
  const file = opened(bytes);
  const document = edit(file.document);
  if (document === file.document) throw new Error('nothing was changed');
  return closed({ ...file, document });
};

export const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

let count = 9000;
const by = (author: string) => `w:id="${count++}" w:author="${author}" w:date="2026-11-20T10:00:00Z"`;
const run = (properties: string, inside: string) => `<w:r>${properties}${inside}</w:r>`;
const letters = (text: string, name = 'w:t') => `<${name} xml:space="preserve">${escaped(text)}</${name}>`;

/** A run around the first place of some letters, in three: before, what is made of them, after. */
export function atLetters(
  document: string,
  found: string,
  edit: (pieces: { readonly properties: string; readonly run: (inside: string) => string }) => string,
): string {
  const target = escaped(found);
  for (const match of document.matchAll(
    /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g,
  )) {
    const [whole, properties = '', text = ''] = match;
    const at = text.indexOf(target);
    if (at < 0) continue;
    const made = edit({ properties, run: inside => run(properties, inside) });
    const side = (raw: string) => (raw === '' ? '' : run(properties, `<w:t xml:space="preserve">${raw}</w:t>`));
    const start = match.index as number;
    return (
      document.slice(0, start) +
      side(text.slice(0, at)) +
      made +
      side(text.slice(at + target.length)) +
      document.slice(start + whole.length)
    );
  }
  throw new Error(`“${found}” is nowhere`);
}

export const insertTracked = (document: string, after: string, text: string, author = 'Ada') =>
  atLetters(document, after, ({ run: of }) => `${of(letters(after))}<w:ins ${by(author)}>${of(letters(text))}</w:ins>`);

export const deleteTracked = (document: string, text: string, author = 'Ada') =>
  atLetters(document, text, ({ run: of }) => `<w:del ${by(author)}>${of(letters(text, 'w:delText'))}</w:del>`);

export const replaceTracked = (document: string, text: string, other: string, author = 'Ada') =>
  atLetters(
    document,
    text,
    ({ run: of }) =>
      `<w:del ${by(author)}>${of(letters(text, 'w:delText'))}</w:del><w:ins ${by(author)}>${of(letters(other))}</w:ins>`,
  );

/** As somebody does who tracks nothing. */
export const replacePlain = (document: string, text: string, other: string) =>
  atLetters(document, text, ({ run: of }) => (other === '' ? '' : of(letters(other))));

/** The paragraph that holds some letters, whole. */
export function paragraphWith(document: string, text: string): string {
  const target = escaped(text);
  for (const [whole] of document.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g))
    if (whole.includes(target)) return whole;
  throw new Error(`no paragraph has “${text}”`);
}

export const newParagraph = (text: string, style = 'BodyText', author?: string) =>
  author === undefined
    ? `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${letters(text)}</w:r></w:p>`
    : `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:rPr><w:ins ${by(author)}/></w:rPr></w:pPr><w:ins ${by(author)}><w:r>${letters(text)}</w:r></w:ins></w:p>`;

/** Every run of letters in pieces of a few, as Word leaves them after spelling checks, with its marks of sessions. */
export const splitRuns = (document: string): string =>
  document.replace(
    /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t xml:space="preserve">([^<&]{4,})<\/w:t><\/w:r>/g,
    (_, properties: string, text: string) =>
      (text.match(/[\s\S]{1,7}/g) ?? [])
        .map(
          piece =>
            `<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1">${properties}<w:t xml:space="preserve">${piece}</w:t></w:r>`,
        )
        .join(''),
  );

/** Bookmarks numbered anew, as Word does when it saves. */
export const renumberBookmarks = (document: string): string =>
  document.replace(
    /(<w:bookmark(?:Start|End) w:id=")(\d+)"/g,
    (_, start: string, id: string) => `${start}${Number(id) + 500}"`,
  );

export function withComment(bytes: Uint8Array, about: string, text: string, author = 'Ada'): Uint8Array {
  const file = opened(bytes);
  const document = atLetters(
    file.document,
    about,
    ({ run: of }) =>
      `<w:commentRangeStart w:id="0"/>${of(letters(about))}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
  );
  const relations = strFromU8(file.files['word/_rels/document.xml.rels'] as Uint8Array);
  const types = strFromU8(file.files['[Content_Types].xml'] as Uint8Array);
  const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="${author}" w:date="2026-11-20T10:00:00Z" w:initials="A"><w:p><w:r>${letters(text)}</w:r></w:p></w:comment></w:comments>`;
  return closed(
    { ...file, document },
    {
      'word/comments7.xml': comments,
      'word/_rels/document.xml.rels': relations.replace(
        '</Relationships>',
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="/word/comments7.xml"/></Relationships>',
      ),
      '[Content_Types].xml': types.replace(
        '</Types>',
        '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml" PartName="/word/comments7.xml"/></Types>',
      ),
    },
  );
}

/** A picture in a paragraph of its own below the one that has some letters, and another paragraph after it. */
export function withPicture(
  bytes: Uint8Array,
  below: string,
  picture: Uint8Array,
  { alt, after = '' }: { readonly alt: string; readonly after?: string },
): Uint8Array {
  const file = opened(bytes);
  const above = paragraphWith(file.document, below);
  const drawing = `<w:drawing><wp:inline><wp:extent cx="1000000" cy="700000"/><wp:docPr id="77" name="Image 77" descr="${escaped(alt)}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="77" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1000000" cy="700000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const document = file.document.replace(above, `${above}<w:p><w:r>${drawing}</w:r></w:p>${after}`);
  const relations = strFromU8(file.files['word/_rels/document.xml.rels'] as Uint8Array);
  const types = strFromU8(file.files['[Content_Types].xml'] as Uint8Array);
  const media = { ...file.files, 'word/media/added.jpeg': picture };
  return closed(
    { files: media, document },
    {
      '[Content_Types].xml': /Extension="jpeg"/.test(types)
        ? types
        : types.replace('</Types>', '<Default ContentType="image/jpeg" Extension="jpeg"/></Types>'),
      'word/_rels/document.xml.rels': relations.replace(
        '</Relationships>',
        '<Relationship Id="rIdPicture" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/added.jpeg"/></Relationships>',
      ),
    },
  );
}
