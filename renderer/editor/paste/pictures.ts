/** Pictures inside pasted HTML: their bytes where the clipboard brings them, from the HTML itself or from the RTF that Word puts beside it. */

/** A picture as pasted HTML names it. */
export interface Picture {
  /** Its `src`: a data URL, or an address that is not looked up. */
  readonly source: string;
  /** Its alternative text where an author wrote one. */
  readonly alt: string;
}

/** What became of pasted pictures. */
export interface FoundPictures {
  /** In their order; null where the clipboard does not bring the bytes. */
  readonly files: readonly (File | null)[];
  /** On the web: nothing is fetched for a paste. */
  readonly remote: number;
  /** On the other program's side, as in a file that only it can read. */
  readonly kept: number;
}

/** Lines, spacers and marks that count readers are smaller (CSS pixels, bytes): no picture of a case. */
const SPECK = 3;
const SPECK_BYTES = 200;

/** Names that programs give, in place of words of an author. */
const NO_WORDS =
  /^(?:image|img|picture|photo|grafik|bild|figure)?[\s_-]*\d*(?:\.\w{2,4})?$|^[\w-]+\.(?:png|jpe?g|gif|tiff?|webp)$/i;

/** A picture of an `<img>` by its attributes; null for what only keeps space or counts readers. */
export function pictureOf(image: Readonly<Record<string, string>>): Picture | null {
  const source = image.src ?? '';
  const size = (name: 'width' | 'height') => Number.parseFloat(image[name] ?? '') || Number.POSITIVE_INFINITY;
  if (source === '' || Math.min(size('width'), size('height')) < SPECK) return null;
  const alt = (image.alt ?? '').trim();
  return { source, alt: NO_WORDS.test(alt) ? '' : alt };
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'image/gif': 'gif',
};

function fileOf(bytes: Uint8Array<ArrayBuffer>, type: string, number: number): File | null {
  const ending = ENDINGS[type];
  return ending && bytes.length >= SPECK_BYTES ? new File([bytes], `${number}.${ending}`, { type }) : null;
}

/** The bytes of a base64 data URL. */
function ofDataUrl(source: string, number: number): File | null {
  const found = /^data:(image\/[a-z+.-]+);base64,([\s\S]*)$/i.exec(source);
  if (!found) return null;
  try {
    const letters = atob((found[2] as string).replace(/\s|%0[ad]/gi, ''));
    return fileOf(
      Uint8Array.from(letters, letter => letter.charCodeAt(0)),
      (found[1] as string).toLowerCase(),
      number,
    );
  } catch {
    return null;
  }
}

/** The group that begins at a brace, without its inner groups and control words. */
function bareGroup(rtf: string, start: number): string {
  let depth = 0;
  let bare = '';
  for (let at = start; at < rtf.length; at++) {
    const letter = rtf[at];
    if (letter === '{') depth++;
    else if (letter === '}') {
      depth--;
      if (depth === 0) break;
    } else if (letter === '\\') {
      const word = /^\\(?:[a-z]+-?\d* ?|.)/is.exec(rtf.slice(at, at + 40))?.[0] ?? letter;
      at += word.length - 1;
    } else if (depth === 1) bare += letter;
  }
  return bare;
}

/** The pictures of an RTF text as files, in their order; null for one that is neither PNG nor JPEG. */
export function picturesOfRtf(rtf: string): readonly (File | null)[] {
  const files: (File | null)[] = [];
  for (const { index } of rtf.matchAll(/\{\\pict(?![a-z])/g)) {
    // Word writes each picture twice: once for programs that know nothing but metafiles.
    if (/\\nonshppict\s*$/.test(rtf.slice(Math.max(0, index - 20), index))) continue;
    const kind = /\\(pngblip|jpegblip|emfblip|wmetafile|macpict|dibitmap)/.exec(rtf.slice(index, index + 2000))?.[1];
    const type = kind === 'pngblip' ? 'image/png' : kind === 'jpegblip' ? 'image/jpeg' : null;
    const pairs = type
      ? (bareGroup(rtf, index)
          .replace(/[^\da-f]/gi, '')
          .match(/../g) ?? [])
      : [];
    const bytes = Uint8Array.from(pairs, pair => Number.parseInt(pair, 16));
    files.push(type ? fileOf(bytes, type, files.length + 1) : null);
  }
  return files;
}

/** The files of pasted pictures, as far as the clipboard brings them. */
export function filesOf(pictures: readonly Picture[], rtf: string): FoundPictures {
  const local = pictures.filter(({ source }) => /^(?:file|cid):/i.test(source));
  const inRtf = local.length > 0 ? picturesOfRtf(rtf) : [];
  // Told apart by their order alone: another number of them would give one picture the place of another.
  const byOrder = inRtf.length === local.length ? inRtf : [];
  const files = pictures.map((picture, index) => {
    const at = local.indexOf(picture);
    return at >= 0 ? (byOrder[at] ?? null) : ofDataUrl(picture.source, index + 1);
  });
  const remote = pictures.filter(({ source }) => /^(?:https?:)?\/\//i.test(source)).length;
  return { files, remote, kept: files.filter(file => file === null).length - remote };
}
