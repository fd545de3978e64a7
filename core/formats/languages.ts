/** Languages: MEDLINE's three letters (ISO 639-2/B) and the two that CSL wants (ISO 639-1). */
const CODES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'afr:af ara:ar baq:eu bul:bg cat:ca chi:zh cze:cs dan:da dut:nl eng:en est:et fin:fi fre:fr geo:ka ger:de glg:gl gre:el ' +
    'heb:he hin:hi hrv:hr hun:hu ice:is ind:id ita:it jpn:ja kor:ko lat:la lav:lv lit:lt mac:mk may:ms nor:no per:fa pol:pl ' +
    'por:pt rum:ro rus:ru slo:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk vie:vi wel:cy'
  )
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
);
const MEDLINE: ReadonlyMap<string, string> = new Map(Object.entries(CODES).map(([three, two]) => [two, three]));

/** "eng" → "en"; what is no such code stays as it is. */
export function medlineLanguage(code: string): string {
  return CODES[code.toLowerCase()] ?? code;
}

/** "en", "en-GB" → "eng"; what is no such code stays as it is. */
export function writtenMedlineLanguage(code: string): string {
  return MEDLINE.get(code.toLowerCase().split(/[-_]/)[0] as string) ?? code;
}
