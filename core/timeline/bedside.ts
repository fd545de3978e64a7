/** Vital signs and scores that are followed at the bedside: their names and units, as a row of the timeline begins with. */
import type { Words } from '../outcome.ts';

export interface BedsideMeasure {
  readonly id: string;
  readonly kind: 'vital' | 'score';
  readonly name: Words;
  /** As printed; of a score what it is out of. */
  readonly unit: Words;
}

const alike = (unit: string): Words => ({ en: unit, fr: unit });

/**
 * No reference ranges: they depend on age and setting, and are the author's to state. Spans of scores as in their first
 * descriptions: Glasgow 3–15 (Teasdale, Lancet 1974;304:81), SOFA 0–24 (Vincent, Intensive Care Med 1996;22:707), NEWS2 0–20
 * (Royal College of Physicians, 2017), NIHSS 0–42 (Brott, Stroke 1989;20:864, and NINDS 2003), modified Rankin 0–6 (van Swieten,
 * Stroke 1988;19:604).
 */
export const BEDSIDE_MEASURES: readonly BedsideMeasure[] = [
  { id: 'temperature', kind: 'vital', name: { en: 'Temperature', fr: 'Température' }, unit: alike('°C') },
  {
    id: 'heart-rate',
    kind: 'vital',
    name: { en: 'Heart rate', fr: 'Fréquence cardiaque' },
    unit: { en: 'beats/min', fr: 'bpm' },
  },
  {
    id: 'systolic',
    kind: 'vital',
    name: { en: 'Systolic blood pressure', fr: 'Pression artérielle systolique' },
    unit: alike('mmHg'),
  },
  {
    id: 'diastolic',
    kind: 'vital',
    name: { en: 'Diastolic blood pressure', fr: 'Pression artérielle diastolique' },
    unit: alike('mmHg'),
  },
  {
    id: 'respiratory-rate',
    kind: 'vital',
    name: { en: 'Respiratory rate', fr: 'Fréquence respiratoire' },
    unit: { en: 'breaths/min', fr: 'c/min' },
  },
  {
    id: 'saturation',
    kind: 'vital',
    name: { en: 'Oxygen saturation', fr: 'Saturation en oxygène' },
    unit: alike('%'),
  },
  { id: 'urine-output', kind: 'vital', name: { en: 'Urine output', fr: 'Diurèse' }, unit: alike('mL/24 h') },
  { id: 'body-weight', kind: 'vital', name: { en: 'Body weight', fr: 'Poids' }, unit: alike('kg') },
  {
    id: 'pain',
    kind: 'score',
    name: { en: 'Pain (numeric scale)', fr: 'Douleur (échelle numérique)' },
    unit: alike('/10'),
  },
  { id: 'glasgow', kind: 'score', name: { en: 'Glasgow Coma Scale', fr: 'Score de Glasgow' }, unit: alike('/15') },
  { id: 'sofa', kind: 'score', name: { en: 'SOFA score', fr: 'Score SOFA' }, unit: alike('/24') },
  { id: 'news2', kind: 'score', name: alike('NEWS2'), unit: alike('/20') },
  { id: 'nihss', kind: 'score', name: alike('NIHSS'), unit: alike('/42') },
  {
    id: 'rankin',
    kind: 'score',
    name: { en: 'Modified Rankin Scale', fr: 'Score de Rankin modifié' },
    unit: alike('/6'),
  },
];
