/** The parts of an Excel workbook (Office Open XML in a zip), unpacked when wanted. */
import { strFromU8, unzipSync } from 'fflate';

/** More than this unpacked is no laboratory's file: a zip can hold a thousand times its size. */
const LARGEST = 400_000_000;

/** Whether bytes begin like a zip that names a workbook. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 0x03 || bytes[3] !== 0x04) return false;
  return namesIn(bytes).some(name => /^xl\/workbook.*\.xml$/.test(name));
}

function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}

/** A part's text by its name, without namespace prefixes; empty where the zip has none such. */
export type Parts = (name: string) => string;

/** Opens the zip; null where it is damaged or too large. */
export function openParts(bytes: Uint8Array): Parts | null {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const wanted =
          /^xl\/(?:workbook|styles|sharedStrings|_rels\/workbook|worksheets\/)[^/]*/.test(name) &&
          /\.(?:xml|rels)$/.test(name);
        if (wanted) total += originalSize;
        return wanted && total <= LARGEST;
      },
    });
    if (total > LARGEST) return null;
    const byLetters = new Map(Object.entries(files).map(([name, content]) => [name.toLowerCase(), content]));
    return name => {
      const content = byLetters.get(name.toLowerCase());
      return content === undefined ? '' : withoutPrefixes(strFromU8(content));
    };
  } catch {
    return null;
  }
}

/** Some programs write `<x:row>` for `<row>`. */
function withoutPrefixes(xml: string): string {
  const root = /<(?![?!])([\w.-]+):/.exec(xml.slice(0, 2000));
  return root ? xml.replaceAll(`<${root[1]}:`, '<').replaceAll(`</${root[1]}:`, '</') : xml;
}
