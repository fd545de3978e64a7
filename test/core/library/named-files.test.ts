import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';
import { namedFiles } from '../../../core/library/named-files.ts';

/** Of the `file` of a BibTeX entry, read as any other. */
function inBibtex(file: string): readonly string[] {
  const read = readReferences(`@article{a, title={A}, file={${file}}}`, 'a.bib');
  return read.ok ? namedFiles(read.value.references[0]?.kept ?? {}) : [];
}

describe('the files that an export names', () => {
  it('Better BibTeX gives paths alone; signs in them stand behind a backslash', () => {
    expect(inBibtex('/home/ana/Zotero/storage/AB/Smith et al. - 2020 - A\\; B.pdf;/home/ana/page.html')).toEqual([
      '/home/ana/Zotero/storage/AB/Smith et al. - 2020 - A; B.pdf',
    ]);
    expect(inBibtex(String.raw`C\:\\Users\\ana\\Zotero\\storage\\AB\\x_y & z.pdf`)).toEqual([
      String.raw`C:\Users\ana\Zotero\storage\AB\x_y & z.pdf`,
    ]);
  });

  it('Zotero, JabRef and Mendeley put a title before them and a type behind', () => {
    expect(inBibtex('Full Text.pdf:/home/ana/x.pdf:application/pdf;Snapshot:/s.html:text/html')).toEqual([
      '/home/ana/x.pdf',
    ]);
    expect(inBibtex('Full Text:files/12/foo.pdf:application/pdf')).toEqual(['files/12/foo.pdf']);
    expect(inBibtex(String.raw`:C$\backslash$:/Users/ana/x\_y.pdf:pdf`)).toEqual(['C:/Users/ana/x_y.pdf']);
    expect(inBibtex(':paper.pdf:PDF')).toEqual(['paper.pdf']);
  });

  it('nothing but articles is named', () => {
    expect(inBibtex('/home/ana/page.html;/etc/passwd')).toEqual([]);
    expect(namedFiles({ 'ris:L1': '/x.pdf', 'zotero:files': '["/a.pdf","/a.png","/b.epub"]' })).toEqual([
      '/a.pdf',
      '/b.epub',
    ]);
  });
});
