/** Names of analytes in one spelling, so that what laboratories print can be looked up. */
import { GREEK_NAMES } from '../../greek.ts';

/** Words beside a name that say where or how it was measured, and nothing of what. Accents folded, lower case. */
const BESIDE =
  /\b(?:s[eé]rique|plasmatique|sanguine?|veineux|veineuse|arteriel|arterielle|capillaire|serum|plasma|serum or plasma|ser\/plas|blood|sang|level|levels|dosage|du sang|in blood|in serum|dans le sang|totale? \(sang\)|automated count|by automated count|concentration|valeur absolue|val abs|absolus?|abs|resultat|result)\b/g;

export function foldedName(text: string): string {
  return text
    .replace(/[αβγδκλ]/g, letter => GREEK_NAMES[letter as keyof typeof GREEK_NAMES])
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase();
}

const bare = (text: string) => text.replace(/[^a-z0-9%/]+/g, '').replace(/^\/|\/$/g, '');

/** The key that a name is looked up by: letters and digits, accents folded, Greek spelled. */
export function nameKey(text: string): string {
  return bare(foldedName(text));
}

/** LOINC's long and full names to what they are of: "Hemoglobin [Mass/volume] in Blood", "GLUCOSE:MCNC:PT:SER/PLAS:QN". */
function withoutLoincParts(text: string): string {
  return text
    .replace(/\s*\[[^\]]*\].*$/, '')
    .replace(/(?::[A-Za-z0-9./*^]+){2,}$/, '')
    .replace(/\^.*$/, '');
}

/** The keys that a printed name may be found by, the most literal first. */
export function keysOf(printed: string): readonly string[] {
  const keys = new Set<string>();
  const text = withoutLoincParts(printed).replace(/[*#]+/g, ' ').trim();
  keys.add(nameKey(printed));
  keys.add(nameKey(text));
  const folded = foldedName(text);
  keys.add(bare(folded.replace(BESIDE, ' ')));
  // "CRP (protéine C réactive)", "ASAT (TGO)": the name before the brackets, and the one within.
  const [, before = '', within = ''] = /^(.*?)\s*[([]([^)\]]*)[)\]]\s*$/.exec(folded) ?? [];
  if (before !== '') {
    keys.add(bare(before.replace(BESIDE, ' ')));
    keys.add(bare(within));
  }
  // "Hémoglobine - HGB", "TGO / ASAT": either part alone.
  const parts = folded.split(/\s+[-–/]\s+|\s*[;=]\s*/);
  if (parts.length === 2) for (const part of parts) keys.add(bare(part.replace(BESIDE, ' ')));
  if (folded.endsWith('s')) keys.add(bare(folded.slice(0, -1)));
  keys.delete('');
  return [...keys];
}

/** Which specimen words name: null where none is named or it is none of those in the table. */
export function specimenOf(text: string): 'blood' | 'urine' | 'csf' | 'stool' | 'other' | null {
  const folded = foldedName(text).trim();
  if (folded === '') return null;
  if (/urin|\bur\b|\burn\b|^u$|^bu$|bandelette|dipstick/.test(folded)) return 'urine';
  if (/\blcr\b|\bcsf\b|cephalo|cerebro|spinal/.test(folded)) return 'csf';
  if (/selle|stool|f[ae]ec|fecal/.test(folded)) return 'stool';
  if (
    /sang|blood|serum|plasma|\bbld|\bser\b|\bplas?\b|arteri|venous|veineu|capill|^[spb]$|edta|citrate|heparin/.test(
      folded,
    )
  )
    return 'blood';
  return 'other';
}

/** The specimen that a name itself says: "Sodium urinaire", "CSF glucose", "Protéines (urines)". */
export function specimenInName(printed: string): 'urine' | 'csf' | null {
  const folded = foldedName(printed);
  if (/\burin(?:e|es|aire|aires|ary)\b|:ur?n?:|\bin urine\b|\(bu\)|\bbu$|\bbandelette\b|\bdipstick\b/.test(folded))
    return 'urine';
  return /\b(?:lcr|csf|cerebr(?:o)?spinal|cephalo-?rachidien)\b/.test(folded) ? 'csf' : null;
}

/** A name without the words of its specimen. */
export function withoutSpecimen(printed: string): string {
  return foldedName(printed)
    .replace(
      /\b(?:urine|urines|urinaires?|urinary|lcr|csf|in urine|dans les urines|bu|(?:a la |sur )?bandelette|dipstick|du lcr|cerebrospinal fluid)\b|\(\s*\)/g,
      ' ',
    )
    .replace(/[\s,:-]+$/, '')
    .trim();
}
