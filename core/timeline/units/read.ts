/** A printed unit, read: its UCUM code, and what it measures. */
import { UNIT_ALIASES } from './aliases.ts';
import { type Measure, measureOf } from './dimension.ts';

export interface Unit extends Measure {
  readonly ucum: string;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A unit's letters in one spelling: µ as u, ² as ^2, no spaces, no brackets around the whole. */
export function normalised(printed: string): string {
  return printed
    .replace(/[\s\u00a0\u202f\u2009]+/g, '')
    .replace(/^[([](.*)[)\]]$/, (whole, inner: string) => (/[[\]()]/.test(inner) ? whole : inner))
    .replace(/[µμ]/g, 'u')
    .replace(/[⁻−]/g, '-')
    .replace(
      /-?[⁰¹²³⁴-⁹]+/g,
      run => `^${[...run].map(sign => (RAISED.includes(sign) ? RAISED.indexOf(sign) : sign)).join('')}`,
    )
    .replace(/[×·∙⋅]/g, sign => (sign === '×' ? 'x' : '.'))
    .replace(/∕|⁄/g, '/')
    .replace(/\/100m[lL]$/, '/dL')
    .replace(/[.,;:]+$/, '');
}

/** "x10^9/L", "10E9/L", "10 9/L", "10*9/L", "10^3/mm3" as UCUM writes powers of ten. */
function powerOfTen(text: string): string | null {
  const found = /^[x*]?10(?:[\^*]{1,2}|[eE]\+?|exp)?(-?\d{1,2})(?:cells?|cellules?|[ée]l[ée]ments?)?\/(.+)$/.exec(text);
  if (!found) return null;
  const per = VOLUMES[found[2] as string];
  return per === undefined ? null : `10*${found[1]}/${per}`;
}

const VOLUMES: Readonly<Record<string, string>> = {
  L: 'L',
  l: 'L',
  I: 'L',
  litre: 'L',
  mL: 'mL',
  ml: 'mL',
  uL: 'uL',
  ul: 'uL',
  mm3: 'uL',
  'mm^3': 'uL',
  dL: 'dL',
  dl: 'dL',
};

/** Things counted, before a volume: UCUM writes them in braces. */
const COUNTED =
  /^(?:cells?|cellules?|cell|c|[ée]l[ée]ments?|elts?|h[ée]maties|leucocytes?|copies|parasites?|plaquettes|spores?|gv|rbc|wbc|neutro|polys?)\/(.+)$/i;

/** Letters that mean one unit whatever their case, with the case that UCUM gives them. */
function inUsualCase(text: string): string {
  return text
    .split('/')
    .map((part, index) => {
      const lower = part.toLowerCase();
      if (index > 0 && VOLUMES[lower] !== undefined) return VOLUMES[lower] as string;
      if (lower === 'dl' || lower === 'ml' || lower === 'ul' || lower === 'fl') return `${lower[0]}L`;
      if (index === 0 && /^[munpfk]?(?:mol|g|eq|osm|kat)$/.test(lower) && !isGiga(part, text)) return lower;
      if (/^(?:kg|mmol|mol|min|24h)$/.test(lower)) return lower;
      return part;
    })
    .join('/');
}

/** "G/L" is 10⁹/L, and "Mg" magnesium; "G/DL" can only be grams. */
function isGiga(part: string, whole: string): boolean {
  return part === 'Mg' || part === 'Pg' || (part === 'G' && !/\/[dmDM][lL]$/.test(whole));
}

/** "mUI", "kUI", "µIU", "UI" as UCUM writes international units. */
function international(text: string): string {
  return text.replace(/^([mukn]?)(?:U\.?I\.?|I\.?U\.?)(?=\/|$)/i, (_, prefix: string) => `${prefix.toLowerCase()}[iU]`);
}

function codeOf(printed: string): { readonly ucum: string; readonly measure: Measure } | null {
  const text = normalised(printed);
  // A number alone is none, though UCUM allows it.
  if (!/[^\d.,]/.test(text)) return null;
  const exact = UNIT_ALIASES[text] ?? powerOfTen(text);
  if (exact) return withMeasure(exact);
  // "g.l-1", "mmol.L-1", "giga.l-1": a negative power is a division.
  const negative = /^([a-zA-Z%[\]]+)[. ]([a-zA-Z]+)\^?-1$/.exec(text);
  if (negative) return codeOf(`${negative[1]}/${negative[2]}`);
  const counted = COUNTED.exec(text);
  if (counted && VOLUMES[counted[1] as string] !== undefined) return withMeasure(`/${VOLUMES[counted[1] as string]}`);
  const usual = international(inUsualCase(text));
  // "U/ML" is no unit per megalitre.
  const tries = /\/[DMU]L$/.test(text) ? [usual, text] : [text, usual];
  for (const each of tries) {
    const ucum =
      UNIT_ALIASES[each] ??
      each
        .replaceAll('^', '')
        .replace(/\/l$/, '/L')
        .replace(/\/([dmu])l$/, '/$1L');
    const found = withMeasure(ucum);
    if (found) return found;
  }
  return null;
}

function withMeasure(ucum: string): { readonly ucum: string; readonly measure: Measure } | null {
  const measure = measureOf(ucum);
  return measure && { ucum, measure };
}

const known = new Map<string, Unit | null>();

/** What a printed unit is; null where neither the table of aliases nor UCUM's own symbols know it. */
export function readUnit(printed: string): Unit | null {
  const there = known.get(printed);
  if (there !== undefined) return there;
  const found = codeOf(printed);
  const unit = found && { ucum: found.ucum, ...found.measure };
  // Files repeat a few spellings; one made of nothing else must not fill the memory.
  if (known.size < 5000) known.set(printed, unit);
  return unit;
}

/** A text that is the same for spellings of one unit ("mg/l" and "mg/L", "µmol/L" and "umol/l"); unknown units by their letters. */
export function unitKey(printed: string): string {
  return readUnit(printed)?.ucum ?? normalised(printed);
}

const NUMBER = String.raw`[-+−]?\d[\d.,'’]*`;
const BEHIND_RANGE = new RegExp(
  String.raw`^[[(]?\s*(?:[<>≤≥]=?\s*)?${NUMBER}(?:\s*(?:-|–|—|à|to)\s*${NUMBER})?\s*([^\d\s)\]].*?)\s*[\])]?$`,
  'u',
);

/** The unit printed behind a reference range ("4.0 - 11.0 K/uL", "<5 mg/L"); empty where there is none that is known. */
export function unitInRange(range: string): string {
  const [, unit = ''] = BEHIND_RANGE.exec(range.replace(/[\u00a0\u202f]/g, ' ').trim()) ?? [];
  return unit !== '' && readUnit(unit) !== null ? unit : '';
}
