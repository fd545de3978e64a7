/**
 * The faces that are embedded: Source Serif 4 (SIL Open Font License 1.1) as whole TrueType fonts, since the subsets
 * offered for the web lack ≥, ≤, α and β.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The four faces of a family, as files. */
export interface FontFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

export const familyName = 'Serif';

const files: FontFiles = {
  normal: '400Regular/SourceSerif4_400Regular.ttf',
  bold: '700Bold/SourceSerif4_700Bold.ttf',
  italics: '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/SourceSerif4_700Bold_Italic.ttf',
};

/**
 * Where the faces are: in `folder`, laid out as in the package @expo-google-fonts/source-serif-4, or without one in
 * that package as installed beside this program.
 */
export function fontFiles(folder?: string): FontFiles {
  const root =
    folder ?? dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-serif-4/package.json'));
  return {
    normal: join(root, files.normal),
    bold: join(root, files.bold),
    italics: join(root, files.italics),
    bolditalics: join(root, files.bolditalics),
  };
}
