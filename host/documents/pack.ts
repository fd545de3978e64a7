/**
 * The .casereport file: a zip whose first entry is `mimetype`, stored, then `report.json`, then the assets by name.
 * The same report and assets give the same bytes.
 */
import { createHash } from 'node:crypto';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { done, failed, type Outcome, type Problem, problem } from '../../core/outcome.ts';
import { parseReport } from '../../core/report/parse.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { writeReport } from '../../core/report/write.ts';

export const MIME_TYPE = 'application/vnd.casewright.casereport+zip';
export const EXTENSION = 'casereport';

/** Bytes of images by asset name. */
export type Assets = ReadonlyMap<string, Uint8Array>;

/** Largest sizes read, in bytes: far above any report, far below what would stop the program. */
const LIMITS = { entries: 5000, report: 256 * 2 ** 20, asset: 128 * 2 ** 20, total: 2 * 2 ** 30 };

/** Zip has no dates before 1980; a fixed one keeps bytes equal. */
const DATE = new Date(1980, 0, 1);
const ASSET = /^assets\/([0-9a-f]{64}\.(?:jpg|png))$/;

/** The bytes of a .casereport. Assets that the report does not list are left out. */
export function packReport(report: CaseReport, assets: Assets): Uint8Array {
  const entries: Zippable = {
    mimetype: [strToU8(MIME_TYPE), { level: 0, mtime: DATE }],
    'report.json': [strToU8(writeReport(report)), { level: 6, mtime: DATE }],
  };
  for (const { name } of report.assets.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const bytes = assets.get(name);
    // Images are compressed already.
    if (bytes) entries[`assets/${name}`] = [bytes, { level: 0, mtime: DATE }];
  }
  return zipSync(entries);
}

export interface Unpacked {
  readonly report: CaseReport;
  readonly assets: Assets;
  readonly warnings: readonly Problem[];
}

const UNTOUCHED = {
  en: 'Nothing was changed. Open an older copy, or the copy that Casewright keeps on this computer (start page).',
  fr: 'Rien n’a été modifié. Ouvrez une copie plus ancienne, ou celle que Casewright garde sur cet ordinateur (page d’accueil).',
};

/** Reads the bytes of a .casereport; `file` names it in messages. Images that are damaged or missing are named, the rest comes in. */
export function readPack(bytes: Uint8Array, file: string): Outcome<Unpacked> {
  let total = 0;
  let count = 0;
  let tooLarge: string | null = null;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count++;
        const wanted = name === 'mimetype' || name === 'report.json' || ASSET.test(name);
        if (!wanted) return false;
        total += originalSize;
        const limit = name === 'report.json' ? LIMITS.report : LIMITS.asset;
        if (originalSize > limit || total > LIMITS.total || count > LIMITS.entries) tooLarge = name;
        return tooLarge === null;
      },
    });
  } catch {
    return failed(damaged(file, bytes));
  }
  if (tooLarge !== null) {
    return failed(
      problem(
        'file.too-large',
        {
          en: `“${file}” holds an entry that is too large to be a report (${tooLarge}).`,
          fr: `« ${file} » contient un élément trop volumineux pour un document (${tooLarge}).`,
        },
        UNTOUCHED,
        `${file} › ${tooLarge}`,
      ),
    );
  }
  const json = entries['report.json'];
  if (!json) {
    return failed(
      problem(
        'file.no-report',
        { en: `“${file}” is a zip file without a report in it.`, fr: `« ${file} » est une archive zip sans document.` },
        UNTOUCHED,
        `${file} › report.json`,
      ),
    );
  }
  const parsed = parseReport(new TextDecoder().decode(json), file);
  if (!parsed.ok) return parsed;
  const { report } = parsed.value;
  const assets = new Map<string, Uint8Array>();
  const warnings: Problem[] = [...parsed.value.warnings];
  for (const { name } of report.assets) {
    const image = entries[`assets/${name}`];
    if (image && createHash('sha256').update(image).digest('hex') === name.slice(0, 64)) assets.set(name, image);
    else warnings.push(imageLost(file, name, image !== undefined));
  }
  return done({ report, assets, warnings });
}

function damaged(file: string, bytes: Uint8Array): Problem {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return zip
    ? problem(
        'file.truncated',
        {
          en: `“${file}” is damaged: its end is missing or unreadable (${bytes.length} bytes are there).`,
          fr: `« ${file} » est endommagé : la fin manque ou est illisible (${bytes.length} octets présents).`,
        },
        UNTOUCHED,
        file,
      )
    : problem(
        'file.not-zip',
        { en: `“${file}” is not a .casereport file.`, fr: `« ${file} » n’est pas un fichier .casereport.` },
        {
          en: 'Nothing was changed. Choose a file that Casewright saved.',
          fr: 'Rien n’a été modifié. Choisissez un fichier enregistré par Casewright.',
        },
        file,
      );
}

function imageLost(file: string, name: string, present: boolean): Problem {
  const short = name.slice(0, 12);
  return problem(
    'file.image',
    present
      ? {
          en: `An image in “${file}” is damaged (${short}…).`,
          fr: `Une image de « ${file} » est endommagée (${short}…).`,
        }
      : { en: `An image is missing from “${file}” (${short}…).`, fr: `Une image manque dans « ${file} » (${short}…).` },
    {
      en: 'Text, values and references came in. Add the image again where its figure is empty.',
      fr: 'Le texte, les valeurs et les références ont été repris. Ajoutez de nouveau l’image dans la figure vide.',
    },
    `${file} › assets › ${short}`,
  );
}
