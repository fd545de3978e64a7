/** The names of lanes: above a plot, or beside it. */
import type { Language, Series } from '../../report/types.ts';
import { formatRange } from '../value.ts';
import { cutTo, widthOf } from './letters.ts';
import { seriesMark } from './marks.ts';
import { colourOf, type Style } from './style.ts';
import { escaped, shape, textElement } from './svg.ts';

const REFERENCE = { en: 'ref.', fr: 'réf.' } as const;

/** The mark, name and unit of a series above its plot. */
export function headAbove(series: Series, index: number, x: number, y: number, room: number, style: Style): string {
  const unit = series.unit === '' ? '' : ` (${series.unit})`;
  const name = cutTo(series.analyte, style.name * 1.06, room - 11 - widthOf(unit, style.name));
  const inside =
    escaped(name) + (unit === '' ? '' : `<tspan font-weight="400" fill="${style.second}">${escaped(unit)}</tspan>`);
  return (
    shape('path', { d: seriesMark(index)(x + 4, y + 6.5, 2.4 * style.scale), fill: colourOf(style, index) }) +
    textElement(
      {
        x: x + 11,
        y: y + 9.5,
        'font-family': style.font,
        'font-size': style.name,
        'font-weight': 600,
        fill: style.ink,
      },
      inside,
    )
  );
}

/** Words in lines no wider than the room; at most three, the last one cut. */
function wrapped(words: string, size: number, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines
    .slice(0, 3)
    .map((line, index) => cutTo(index === 2 && lines.length > 3 ? `${line} …` : line, size, room));
}

/** The mark, name, unit and reference range of a series beside its plot. */
export function headBeside(
  series: Series,
  index: number,
  y: number,
  room: number,
  style: Style,
  language: Language,
  /** The range of a second series in its lane. */
  also: Series['range'] = {},
): string {
  const name = wrapped(series.analyte, style.name * 1.06, room - 12);
  const range = [series.range, also]
    .map(each => formatRange(each, language))
    .filter(each => each !== '')
    .join(' / ');
  const notes = [series.unit, range === '' ? '' : `${REFERENCE[language]} ${range}`].filter(note => note !== '');
  const lineHeight = style.name * 1.25;
  const first = y + style.name + 3;
  return (
    shape('path', {
      d: seriesMark(index)(4, first - style.name * 0.34, 2.4 * style.scale),
      fill: colourOf(style, index),
    }) +
    name
      .map((line, at) =>
        textElement(
          {
            x: 12,
            y: first + at * lineHeight,
            'font-family': style.font,
            'font-size': style.name,
            'font-weight': 600,
            fill: style.ink,
          },
          escaped(line),
        ),
      )
      .join('') +
    notes
      .map((note, at) =>
        textElement(
          {
            x: 12,
            y: first + name.length * lineHeight + at * style.small * 1.3 - 1,
            'font-family': style.font,
            'font-size': style.small,
            fill: style.second,
          },
          escaped(cutTo(note, style.small, room - 12)),
        ),
      )
      .join('')
  );
}

/** A row's or lane's name beside it. */
export function nameBeside(name: string, baseline: number, room: number, style: Style, isQuiet: boolean): string {
  return textElement(
    {
      x: 12,
      y: baseline,
      'font-family': style.font,
      'font-size': style.small,
      'font-weight': isQuiet ? undefined : 600,
      fill: isQuiet ? style.second : style.ink,
    },
    escaped(cutTo(name, style.small * (isQuiet ? 1 : 1.06), room - 12)),
  );
}
