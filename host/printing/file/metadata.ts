/** XML character data of a text. */
export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
  return text.replace(/[<>&]/g, character => entities[character] ?? character);
}

/** The date of the last change, which pdfkit leaves out of the XMP metadata. */
export function modificationDateXml(date: Date): string {
  const stamp = `${date.toISOString().split('.')[0]}Z`;
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${stamp}</xmp:ModifyDate></rdf:Description>`;
}
