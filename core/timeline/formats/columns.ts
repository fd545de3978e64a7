/** What the columns of a laboratory's table hold, guessed from their names and cells; the user can change each guess. */
import { readQuantity } from '../quantity.ts';
import { readBareDay, readMoment } from '../read-moment.ts';
import type { ColumnRole, LabOptions, Shape } from './types.ts';

/** Names in French and English as laboratories head their columns; accents folded, lower case. The first that fits holds. */
const NAMES: readonly (readonly [RegExp, ColumnRole])[] = [
  [
    /^(?:analyses?|analytes?|parametres?|parameters?|examens?|tests?|dosages?|libelles?|composants?|components?)\b/,
    'analyte',
  ],
  [/^(?:unites?|units?)\b/, 'unit'],
  [
    /^(?:dates?|jours?|days?|moments?|prelevements?|prel|temps|time|heures?|collected|sampled|visites?|visits?)\b/,
    'moment',
  ],
  [/^(?:(?:borne|limite|valeur)?\s*(?:inf(?:erieure)?|min(?:imum|imale)?|basse?)|low(?:er)?)\b/, 'low'],
  [/^(?:(?:borne|limite|valeur)?\s*(?:sup(?:erieure)?|max(?:imum|imale)?|haute?)|high|upper)\b/, 'high'],
  [
    /^(?:normes?|normales?|references?|ref|intervalles?|valeurs? (?:usuelles?|normales?|de reference)|range|reference range|vu|vn)\b/,
    'range',
  ],
  [/^(?:valeurs?|values?|resultats?|results?|mesures?)\b/, 'value'],
  [/^(?:flags?|drapeaux?|anomalies?|indicateurs?|alertes?|abnormal)\b/, 'flag'],
];

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The role that a column's name says, if it says one. */
export function roleOfName(name: string): ColumnRole | null {
  return NAMES.find(([pattern]) => pattern.test(folded(name)))?.[1] ?? null;
}

const isMoment = (text: string) => readMoment(text) !== null;
const isBareDay = (text: string) => readBareDay(text) !== null;
const isNumeric = (text: string) => {
  const quantity = readQuantity(text);
  return quantity === 'ambiguous' || (quantity !== null && quantity.value !== null);
};

/** The day or date that heads a column of values, also within words: "Résultat du 12/05/2021". Empty where there is none. */
export function momentOfHead(name: string): string {
  if (isMoment(name) || isBareDay(name)) return name;
  const [date = ''] = /\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.exec(name) ?? [];
  return date !== '' && isMoment(date) ? date : '';
}

const share = (cells: readonly string[], test: (text: string) => boolean) => {
  const filled = cells.filter(cell => cell.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
};

/** "Créatinine (µmol/L)", "CRP [mg/L]", "CRP mg/L" → name and unit. */
export function nameAndUnit(text: string): { readonly name: string; readonly unit: string } {
  const bracketed = /^(.*?)\s*[([]\s*([^()[\]]*)\s*[)\]]\s*$/.exec(text);
  if (bracketed) return { name: (bracketed[1] ?? '').trim(), unit: (bracketed[2] ?? '').trim() };
  const bare = /^(.*\S)\s+([^\s/]*\/(?:L|l|dL|dl|mL|ml|mm3|mm³|kg|24\s?h|min)|%|mmHg|U\/L|UI\/L|°C|bpm)$/.exec(
    text.trim(),
  );
  return bare ? { name: (bare[1] ?? '').trim(), unit: (bare[2] ?? '').trim() } : { name: text.trim(), unit: '' };
}

export interface Guess {
  readonly shape: Shape;
  readonly roles: readonly ColumnRole[];
}

/** The shape of a table and the roles of its columns; what `options` states holds. */
export function guessColumns(
  header: readonly string[],
  body: readonly (readonly string[])[],
  options: LabOptions,
): Guess {
  const sample = body.slice(0, 200);
  const cells = header.map((_, index) => sample.map(row => row[index] ?? ''));
  const named = header.map(roleOfName);
  const shape = options.shape ?? guessShape(header, cells, named);
  const roles = header.map((name, index): ColumnRole => {
    const stated = options.roles?.[index];
    if (stated) return stated;
    const role = named[index];
    if (shape === 'wide-moments') {
      if (momentOfHead(name) !== '') return 'values';
      return role && role !== 'moment' && role !== 'value' ? role : index === 0 ? 'analyte' : 'ignore';
    }
    if (shape === 'wide-analytes') {
      if (role === 'moment' || (index === 0 && share(cells[index] ?? [], isMoment) > 0.5)) return 'moment';
      return share(cells[index] ?? [], isNumeric) >= 0.5 ? 'values' : 'ignore';
    }
    return role ?? guessLong(cells[index] ?? [], index);
  });
  return { shape, roles: onceEach(roles, cells, options) };
}

/** Roles that only one column can have: the one the user named, for moments the one with most dates, else the first. */
function onceEach(
  roles: readonly ColumnRole[],
  cells: readonly (readonly string[])[],
  options: LabOptions,
): readonly ColumnRole[] {
  const best = new Map<ColumnRole, { readonly index: number; readonly rank: number }>();
  roles.forEach((role, index) => {
    const stated = options.roles?.[index] === role ? 2 : 0;
    const rank = stated + (role === 'moment' ? share(cells[index] ?? [], isMoment) : 0);
    const before = best.get(role);
    if (!before || rank > before.rank) best.set(role, { index, rank });
  });
  return roles.map((role, index) => (role === 'values' || best.get(role)?.index === index ? role : 'ignore'));
}

function guessLong(cells: readonly string[], index: number): ColumnRole {
  if (share(cells, isMoment) > 0.8) return 'moment';
  if (share(cells, isNumeric) > 0.8) return 'value';
  return index === 0 ? 'analyte' : 'ignore';
}

function guessShape(
  header: readonly string[],
  cells: readonly (readonly string[])[],
  named: readonly (ColumnRole | null)[],
): Shape {
  if (header.filter(name => momentOfHead(name) !== '').length >= 2) return 'wide-moments';
  if (named.includes('value') && (named.includes('analyte') || named.includes('moment'))) return 'long';
  const moment = named.indexOf('moment');
  if (moment >= 0 || share(cells[0] ?? [], isMoment) > 0.5) return named.includes('analyte') ? 'long' : 'wide-analytes';
  return 'long';
}
