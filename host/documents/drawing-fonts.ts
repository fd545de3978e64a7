/** The document's own faces for drawings as pixels, which are drawn by a library that looks for fonts as fontconfig does. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { fontFiles } from '../printing/file/fonts.ts';

let offered = false;

const xml = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Tells fontconfig of the faces, beside the system's own. Before the first drawing of the process, and before a thread is begun
 * that draws: a thread's environment is a copy that the library does not read. Where it cannot be told, drawings are in the
 * system's serif.
 */
export function offerDrawingFonts(): void {
  if (offered || !isMainThread) return;
  offered = true;
  if (process.env.FONTCONFIG_FILE !== undefined || process.env.FONTCONFIG_PATH !== undefined) return;
  try {
    const { normal, italics } = fontFiles();
    const semibold = join(dirname(dirname(normal)), '600SemiBold', 'SourceSerif4_600SemiBold.ttf');
    const folder = mkdtempSync(join(tmpdir(), 'casewright-fonts-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'fonts.conf');
    // Copies: within an installed program's archive only this process sees the faces, and fontconfig asks the system.
    for (const face of [normal, italics, semibold]) writeFileSync(join(folder, basename(face)), readFileSync(face));
    writeFileSync(
      file,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${xml(folder)}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>${xml(folder)}</cachedir></fontconfig>`,
    );
    process.env.FONTCONFIG_FILE = file;
  } catch {
    // The faces are missing, or there is no folder for temporary files.
  }
}
