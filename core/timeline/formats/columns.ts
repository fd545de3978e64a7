/** What the columns of a laboratory's table hold, guessed from their names and cells; the user can change each guess. */
import { recognisesName } from '../analytes/find.ts';
import { isResultWord, readQuantity, readRange } from '../quantity.ts';
import { readBareDay, readMoment, readTime } from '../read-moment.ts';
import { readUnit } from '../units/read.ts';
import type { ColumnRole, LabOptions, Shape } from './types.ts';

/** Names in French and English as laboratories head their columns; accents folded, lower case. The first that fits holds. */
const NAMES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:date de naissance|birth|dob|ne(?:e)? le|age\b|sexe?\b|gender)/, 'ignore'],
  [/^(?:code )?loinc\b/, 'loinc'],
  [/^(?:as[ _]printed|printed(?: as)?|tel qu'imprime|texte imprime)$/, 'printed'],
  [/^(?:comparators?|comparateurs?|operators?|operateurs?)$/, 'comparator'],
  [/^(?:ipp|nip|patients?|patient id|id patient|mrn|subject|nom du patient|nom patient)\b/, 'patient'],
  [
    /^(?:date|jour|heure)?\s*(?:d'|de |du )?(?:resultat )?(?:anterieure?s?|precedente?s?|previous date|prior date)\b/,
    'earlier-value',
  ],
  [
    /^(?:resultats? |valeurs? )?(?:anterieure?s?|anteriorites?|precedents?)\b|^(?:previous|prior|last)\b/,
    'earlier-value',
  ],
  [/^(?:commentaires?|comments?|remarques?|notes?|observations?$|interpretations?$)/, 'comment'],
  [/^(?:statuts?|status|etat|result status|validation)\b(?! date)/, 'status'],
  [
    /^(?:specimens?|echantillons?|samples?(?: type)?$|nature|matrice|matrix|milieux?|liquides?|type de prelevement)\b(?!.*\bdate)/,
    'specimen',
  ],
  [
    /^(?:nom (?:de l'|du |de la )?)?(?:analyses?|analytes?|parametres?|parameters?|examens?|exams?|tests?(?: name| nom)?|dosages?|libelles?|composants?|components?|constituants?|marqueurs?|markers?|bilans?|lab tests?|lab)\b(?! (?:code|date|id|value|result|unit))/,
    'analyte',
  ],
  [/^(?:unites?|units?|u\.|uom|unite de mesure)(?:\b|$)/, 'unit'],
  [/^(?:heures?|times?|hours?|hrs?|h)$|^(?:heure|time) (?:de|du|of)\b/, 'time'],
  [
    /^(?:dates?|jours?|days?|moments?|prelevements?|prel|temps|time|datetime|timestamp|collected|collection|collect(?:ion)?_|sampled?|visites?|visits?|effective|drawn)\b|\bdate\b|_date$|_time$|^(?:collection|sample|result|observation|effective)[ _]?date/,
    'moment',
  ],
  [
    /^(?:valeurs?|bornes?|limites?|normes?|ref\w*)?[ _]*(?:inf(?:erieure?)?|min(?:imum|imale?)?|basse?s?|low(?:er)?)\b(?! than)|^(?:ref|range|reference|normal)[ _]*low/,
    'low',
  ],
  [
    /^(?:valeurs?|bornes?|limites?|normes?|ref\w*)?[ _]*(?:sup(?:erieure?)?|max(?:imum|imale?)?|hautes?|high|upper)\b|^(?:ref|range|reference|normal)[ _]*high/,
    'high',
  ],
  [
    /^(?:normes?|normales?|references?|ref\b|ref\.|intervalles?|valeurs? (?:usuelles?|normales?|de reference)|usuelles?|ranges?|reference range|ref(?:erence)?[ _]?(?:range|interval)|normal(?: range| values?)?$|vu|vn|vr|n\.?$)(?:\b|$)/,
    'range',
  ],
  [/^(?:valeurs?|values?|resultats?|results?|mesures?|measurements?|reading|concentrations?|taux)\b|_value$/, 'value'],
  [/^(?:flags?|drapeaux?|anomalies?|indicateurs?|alertes?|alarmes?|abnormal|h\/l|b\/h|signes?)(?:\b|$)/, 'flag'],
];

const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’`]/g, "'").toLowerCase().trim();

/** The role that a column's name says, if it says one. */
export function roleOfName(name: string): ColumnRole | null {
  const text = folded(name);
  if (text === '' || text.length > 60) return null;
  const role = NAMES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return role === 'earlier-value' && /\bdate|\bjour/.test(text) ? 'earlier-moment' : role;
}

/** Of several columns of dates, how well the name of one says when the sample was taken. */
function rankOfMoment(name: string): number {
  const text = folded(name);
  if (/prel|collect|sampl|drawn|effective/.test(text)) return 3;
  if (/valid|edition|report|recep|receiv|result|print|issued|demande|order/.test(text)) return 0.5;
  return 1;
}

export const isMoment = (text: string) => {
  const moment = readMoment(text);
  return moment !== null;
};
const isBareDay = (text: string) => readBareDay(text) !== null;
export const isNumeric = (text: string) => {
  const quantity = readQuantity(text);
  return quantity === 'ambiguous' || (quantity !== null && quantity.value !== null);
};
/** Whether a text is a reference range and no value: "(0-5)", "< 5", "2,0 à 4,0". */
export function isRange(text: string): boolean {
  const { low, high } = readRange(text);
  const quantity = readQuantity(text);
  return (
    (low !== undefined || high !== undefined) &&
    (quantity === null || quantity === 'ambiguous' || quantity.value === null || quantity.comparator !== undefined)
  );
}
const isResult = (text: string) => isNumeric(text) || isResultWord(text);

const DATE_WITHIN =
  /\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}[:h]\d{2})?|(?<!\d|\d[.,])\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?:\s+(?:à\s*|at\s*)?\d{1,2}[:h]\d{2})?/;

/** The day or date that heads a column of values, also within words: "Résultat du 12/05/2021". Empty where there is none. */
export function momentOfHead(name: string): string {
  const text = name.replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > 80) return '';
  if (isMoment(text) || isBareDay(text)) return text;
  const [date = ''] = DATE_WITHIN.exec(text) ?? [];
  return date !== '' && isMoment(date) ? date : '';
}

/** "12/05" and "mai 2024" head columns of values as well: their values stand without a moment, and that is said. */
export function isVagueMoment(name: string): boolean {
  const text = name.trim();
  if (/^\d{1,2}[/.]\d{1,2}$/.test(text)) return true;
  const time = text === '' || /^\d+$/.test(text) ? null : readTime(text);
  return time !== null && time !== 'ambiguous' && time.at === null;
}

export const share = (cells: readonly string[], test: (text: string) => boolean) => {
  const filled = cells.filter(cell => cell.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
};

/** "Créatinine (µmol/L)", "CRP [mg/L]", "CRP mg/L", "CRP, mg/L", "Na_mmol/L" → name and unit. */
export function nameAndUnit(text: string): { readonly name: string; readonly unit: string } {
  const whole = text.replace(/\s+/g, ' ').trim();
  const bracketed = /^(.*?)\s*[([]\s*([^()[\]]*(?:\[[^\]]*\][^()[\]]*)?)\s*[)\]]\s*:?$/.exec(whole);
  if (bracketed) {
    const [, name = '', unit = ''] = bracketed;
    // "TP (INR)", "Protéine C (activité)", "Nitrites (BU)" and "Leucocytes (urines)" hold no unit.
    if (name !== '' && (readUnit(unit) !== null || /[/%°]/.test(unit)) && !/^\d(?!0\D)/.test(unit))
      return { name, unit };
    return { name: whole, unit: '' };
  }
  const parted = /^(.*\S)(?:\s+|\s*[,;:_]\s*|\s+en\s+|\s+in\s+)(\S+(?:\s?\/\s?\S+)?)$/.exec(whole);
  if (parted) {
    const [, name = '', unit = ''] = parted;
    const isUnit = /[/%°]|^(?:mmHg|bpm|kg|cm|fL|fl|pg|sec|s|kPa)$/.test(unit) && readUnit(unit) !== null;
    if (isUnit) return { name: name.replace(/[\s,;:_]+$/, ''), unit };
  }
  return { name: whole.replace(/\s*[:.]+$/, ''), unit: '' };
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
  const cells = header.map((_, index) => body.map(row => row[index] ?? ''));
  const named = header.map(roleOfName);
  const shape = options.shape ?? guessShape(header, cells, named);
  const roles = header.map((name, index): ColumnRole => {
    const stated = options.roles?.[index];
    if (stated) return stated;
    const role = named[index] ?? null;
    const column = cells[index] ?? [];
    if (shape === 'wide-moments') return wideMomentsRole(name, role, column, index);
    if (shape === 'wide-analytes') return wideAnalytesRole(name, role, column, index);
    return role ?? guessLong(column, index);
  });
  return { shape, roles: once(roles, header, cells, options, shape) };
}

function wideMomentsRole(name: string, role: ColumnRole | null, column: readonly string[], index: number): ColumnRole {
  if (momentOfHead(name) !== '' || isVagueMoment(name)) return 'values';
  if (role && !['moment', 'time', 'value', 'earlier-value', 'earlier-moment'].includes(role)) return role;
  if (index === 0) return 'analyte';
  if (share(column, text => readUnit(text) !== null) > 0.7) return 'unit';
  // "Admission", "Sortie": a moment in words. Its values are kept, and the day is asked.
  return name.trim() !== '' && share(column, isNumeric) >= 0.5 ? 'values' : 'ignore';
}

function wideAnalytesRole(name: string, role: ColumnRole | null, column: readonly string[], index: number): ColumnRole {
  if (role === 'moment' || role === 'time' || role === 'comment' || role === 'patient') return role;
  if (role !== null && BESIDE_VALUE.includes(role)) return role;
  if (index === 0 && share(column, isMoment) > 0.5) return 'moment';
  if (role === 'ignore' || /^(?:n°|no\.?|id|#|ligne|row|index)$/i.test(name.trim())) return 'ignore';
  if (share(column, isResult) >= 0.5) return 'values';
  const { name: analyte, unit } = nameAndUnit(name);
  const filled = column.some(cell => cell.trim() !== '');
  return filled && (unit !== '' || recognisesName(analyte)) ? 'values' : 'ignore';
}

/** Roles that several columns may have. */
const MANY: ReadonlySet<ColumnRole> = new Set(['values', 'ignore', 'comment']);
/** What can stand beside the value of each moment. */
export const BESIDE_VALUE: readonly ColumnRole[] = ['flag', 'status', 'unit', 'range', 'low', 'high'];

/** Roles that only one column can have: the one the user named, for moments the one that says most of the sample, else the first. */
function once(
  roles: readonly ColumnRole[],
  header: readonly string[],
  cells: readonly (readonly string[])[],
  options: LabOptions,
  shape: Shape,
): readonly ColumnRole[] {
  const best = new Map<ColumnRole, { readonly index: number; readonly rank: number }>();
  roles.forEach((role, index) => {
    const stated = options.roles?.[index] === role ? 10 : 0;
    const column = cells[index] ?? [];
    const fits =
      role === 'moment'
        ? share(column, isMoment) * rankOfMoment(header[index] ?? '')
        : role === 'value'
          ? share(column, isResult)
          : 0;
    const before = best.get(role);
    if (!before || stated + fits > before.rank) best.set(role, { index, rank: stated + fits });
  });
  const isKept = (role: ColumnRole, index: number) =>
    MANY.has(role) ||
    best.get(role)?.index === index ||
    (shape !== 'long' && BESIDE_VALUE.includes(role) && roles.indexOf('values') < index) ||
    // "Résultat, Unité, Résultat, Unité": one result in two units.
    (shape === 'long' && isSecond(role) && isSecondOf(header, index));
  // Results that stand nowhere else must not be dropped for having a column's name twice.
  const kept = roles.map((role, index) => (isKept(role, index) ? role : 'ignore'));
  return shape === 'long' && !kept.includes('value') ? withValue(kept, cells) : kept;
}

const isSecond = (role: ColumnRole) => role === 'value' || role === 'unit' || role === 'flag' || role === 'range';

const isSecondOf = (header: readonly string[], index: number) =>
  (header[index] ?? '').trim() !== '' &&
  header.slice(0, index).some(name => folded(name) === folded(header[index] ?? ''));

/** A long table whose column of values has a name of its own: the unused column with most numbers. */
function withValue(roles: readonly ColumnRole[], cells: readonly (readonly string[])[]): readonly ColumnRole[] {
  let most = { index: -1, share: 0.3 };
  roles.forEach((role, index) => {
    const part = role === 'ignore' ? share(cells[index] ?? [], isResult) : 0;
    if (part > most.share) most = { index, share: part };
  });
  return roles.map((role, index) => (index === most.index ? 'value' : role));
}

function guessLong(cells: readonly string[], index: number): ColumnRole {
  if (share(cells, isMoment) > 0.8) return 'moment';
  if (share(cells, isResult) > 0.8) return 'value';
  if (share(cells, text => readUnit(text) !== null) > 0.8) return 'unit';
  if (share(cells, recognisesName) > 0.5) return 'analyte';
  if (share(cells, isRange) > 0.7) return 'range';
  return index === 0 ? 'analyte' : 'ignore';
}

function guessShape(
  header: readonly string[],
  cells: readonly (readonly string[])[],
  named: readonly (ColumnRole | null)[],
): Shape {
  const dated = header.filter(name => momentOfHead(name) !== '').length;
  if (dated >= 2 || header.filter(isVagueMoment).length >= 2) return 'wide-moments';
  if (named.includes('value') && (named.includes('analyte') || named.includes('moment'))) return 'long';
  if (dated === 1 && !named.includes('moment')) return 'wide-moments';
  if (header.every(name => name.trim() === '')) return guessHeadless(cells);
  const moment = named.indexOf('moment');
  const withUnits = header.filter(name => nameAndUnit(name).unit !== '').length;
  if (moment >= 0 || share(cells[0] ?? [], isMoment) > 0.5)
    return named.includes('analyte') && withUnits === 0 ? 'long' : 'wide-analytes';
  return withUnits >= 2 || header.filter(name => recognisesName(nameAndUnit(name).name)).length >= 2
    ? 'wide-analytes'
    : 'long';
}

/** Without a header, a column of analytes' names says that each row is a value. */
function guessHeadless(cells: readonly (readonly string[])[]): Shape {
  if (cells.some(column => share(column, recognisesName) > 0.5)) return 'long';
  return share(cells[0] ?? [], isMoment) > 0.5 ? 'wide-analytes' : 'long';
}
