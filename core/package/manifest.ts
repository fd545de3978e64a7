/** What a package says of itself: its files with their sizes and checksums, its template, and what was found when it was made. */
import type { Finding } from '../checks/types.ts';
import { lettersOf } from '../manuscript/letters.ts';
import type { Manuscript } from '../manuscript/types.ts';
import type { Template } from '../template/types.ts';
import type { FileRole } from './types.ts';

export const MANIFEST = 'manifest.json';
export const CHECKSUMS = 'SHA256SUMS';

export interface ListedFile {
  readonly name: string;
  readonly role: FileRole;
  readonly size: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

export interface ManifestRequest {
  readonly manuscript: Manuscript;
  readonly template: Template;
  readonly files: readonly ListedFile[];
  readonly findings: readonly Finding[];
  /** Of the report's last change. */
  readonly date: Date;
  /** "Casewright 0.1.0". */
  readonly creator: string;
}

/** The manifest, as JSON. Same package, same text. */
export function writeManifest({ manuscript, template, files, findings, date, creator }: ManifestRequest): string {
  const manifest = {
    format: 'casewright-package',
    version: 1,
    creator,
    changed: date.toISOString(),
    title: lettersOf(manuscript.title).trim(),
    language: manuscript.language,
    template: { id: template.id, name: template.name[manuscript.language] },
    ...(template.journal ? { journal: template.journal.name } : {}),
    files,
    findings: findings.map(({ check, severity, message }) => ({
      check,
      severity,
      message: message[manuscript.language],
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Checksums as `sha256sum --check` reads them. */
export function writeChecksums(files: readonly Pick<ListedFile, 'name' | 'sha256'>[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}
