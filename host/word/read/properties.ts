/** What Word's properties say of letters, rows and cells: how they are set, and who put them in or took them out. */
import { type Marks, marksOf } from '../../../core/roundtrip/marks.ts';
import type { Tracked } from '../../../core/roundtrip/returned.ts';
import { childOf, type Element } from './xml.ts';

/** Whether something was put in or taken out, by the marks for it. */
export function changeIn(properties: Element | undefined, came: string, went: string): Tracked | undefined {
  const [inserted, deleted] = [childOf(properties, came), childOf(properties, went)];
  return deleted ? trackedBy(deleted, 'deleted') : inserted && trackedBy(inserted, 'inserted');
}

/** Who put in or took out what an element holds, and when. */
export function trackedBy({ attributes }: Element, state: Tracked['state']): Tracked {
  return { state, author: attributes['w:author'] ?? '', date: attributes['w:date'] ?? '' };
}

/** Of a symbol in a typeface of symbols: its letter where it has one of its own. */
export function symbol(code: string): string {
  const point = Number.parseInt(code, 16);
  if (Number.isNaN(point) || point > 0x10ffff) return '';
  return String.fromCodePoint(point);
}

/** Whether a switch of OOXML is on by its value (ST_OnOff in ISO/IEC 29500-1). */
export const isSaid = (value: string): boolean => !/^(?:0|false|off|none)$/.test(value);

/** Whether a switch is there and on. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && isSaid(element.attributes['w:val'] ?? '1');

/** How the letters of a run are set. */
export function marksIn(properties: Element | undefined): Marks {
  if (!properties) return '';
  const raised = childOf(properties, 'w:vertAlign')?.attributes['w:val'];
  const style = childOf(properties, 'w:rStyle')?.attributes['w:val']?.toLowerCase();
  return marksOf({
    bold: isOn(childOf(properties, 'w:b')) || style === 'strong',
    italic: isOn(childOf(properties, 'w:i')) || style === 'emphasis',
    underline: style !== 'hyperlink' && isOn(childOf(properties, 'w:u')),
    sup: raised === 'superscript',
    sub: raised === 'subscript',
  });
}
