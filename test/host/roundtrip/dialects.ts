/** The same text in the XML of other programs: as Word writes it when it saves a file that we made. */
import { strFromU8 } from 'fflate';
import { closed, opened } from './edited.ts';

/** Relationships, names and parts as Word 365 leaves them; what it does not know is kept, what it knows is written its own way. */
export function asWordSaves(bytes: Uint8Array): Uint8Array {
  const file = opened(bytes);
  let paragraph = 0x10000000;
  const document = file.document
    .replace(
      /<w:document /,
      '<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" ',
    )
    // Marks of paragraphs and of the sessions in which they were written.
    .replace(/<w:p>/g, () => {
      const id = (paragraph++).toString(16).toUpperCase();
      return `<w:p w14:paraId="${id}" w14:textId="77777777" w:rsidR="00A77B3E" w:rsidRDefault="00000000" w:rsidP="00F12C76">`;
    })
    .replace(/<w:tr>/g, '<w:tr w:rsidR="00A77B3E" w14:paraId="3F2504E0" w14:textId="77777777">')
    // Spelling marks part a run; its language is said in each.
    .replace(
      /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t xml:space="preserve">([^<&]{8,})<\/w:t><\/w:r>/g,
      (_, properties: string, text: string) => {
        const own = properties === '' ? '' : properties.slice('<w:rPr>'.length, -'</w:rPr>'.length);
        const said = `<w:rPr>${own}<w:lang w:val="fr-FR" w:eastAsia="en-US"/></w:rPr>`;
        const cut = Math.floor(text.length / 2);
        const part = (letters: string) =>
          `<w:r w:rsidRPr="00B81A5D">${said}<w:t${/^\s|\s$/.test(letters) ? ' xml:space="preserve"' : ''}>${letters}</w:t></w:r>`;
        return `${part(text.slice(0, cut))}<w:proofErr w:type="spellStart"/><w:r><w:lastRenderedPageBreak/></w:r>${part(text.slice(cut))}<w:proofErr w:type="spellEnd"/>`;
      },
    )
    // Controls get an identity and a look; bookmarks are numbered anew.
    .replace(
      /<w:sdtPr>/g,
      '<w:sdtPr><w:id w:val="-1735842136"/><w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>',
    )
    .replace(/<w:sdtContent>/g, '<w:sdtEndPr/><w:sdtContent>')
    .replace(
      /(<w:bookmark(?:Start|End) w:id=")(\d+)"/g,
      (_, start: string, id: string) => `${start}${Number(id) + 311}"`,
    )
    .replace(/<w:body>/, '<w:body><w:bookmarkStart w:id="9999" w:name="_GoBack"/><w:bookmarkEnd w:id="9999"/>');
  // Word in French has its own identifiers of styles, under the same names.
  const renamed: Readonly<Record<string, string>> = {
    Heading1: 'Titre1',
    Heading2: 'Titre2',
    Heading3: 'Titre3',
    BodyText: 'Corpsdetexte',
    Caption: 'Lgende',
    Title: 'Titre',
  };
  const inFrench = (xml: string) =>
    Object.entries(renamed).reduce(
      (text, [from, to]) =>
        text.replaceAll(`w:styleId="${from}"`, `w:styleId="${to}"`).replaceAll(`w:val="${from}"`, `w:val="${to}"`),
      xml,
    );
  const styles = strFromU8(file.files['word/styles.xml'] as Uint8Array);
  return closed({ ...file, document: inFrench(document) }, { 'word/styles.xml': inFrench(styles) });
}

/** Word on the web and older versions drop what they do not know: controls, custom properties, names of their own. */
export function asOthersSave(bytes: Uint8Array): Uint8Array {
  const file = opened(bytes);
  const document = file.document
    .replace(/<w:sdt>(?:(?!<w:sdtContent>)[\s\S])*<w:sdtContent>/g, '')
    .replace(/<\/w:sdtContent><\/w:sdt>/g, '');
  return closed({ ...file, document }, { 'docProps/custom.xml': null });
}
