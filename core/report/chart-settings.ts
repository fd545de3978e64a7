/** How one chart of the text shows the timeline; what is absent is chosen by the drawing. */
import type { Moment } from './types.ts';

/** What can stand in a chart beside its series, from top to bottom. */
export const LANE_KINDS = ['phases', 'stays', 'events', 'treatments', 'images'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export interface ChartSettings {
  /** Lanes beside the series; absent is none, as in a chart of series alone. */
  readonly lanes?: readonly LaneKind[];
  /** Ids of the treatments shown; absent is all. */
  readonly treatments?: readonly string[];
  /** Ids of series on a logarithmic scale. */
  readonly log?: readonly string[];
  /** A second axis in the unit that values were measured in, where a series is shown in another. */
  readonly bothUnits?: true;
  /** Whether stretches of the axis in which nothing happens are left out, each with a mark. */
  readonly breaks?: 'none' | 'long-gaps';
  /** 'grey' draws without colour; dashes and marks part the series in either. */
  readonly style?: 'colour' | 'grey';
  /** One column of a journal (84 mm), its whole page (174 mm), or the text of this document. */
  readonly width?: 'column' | 'page' | 'text';
  /** Small panels side by side, or lanes below each other on one axis; lanes wherever there is more than series. */
  readonly layout?: 'panels' | 'lanes';
  /** How time is shown here; absent is as in the document. */
  readonly time?: 'days' | 'weeks' | 'dates';
  /** The moment that days are counted from here; absent is the document's day 0. */
  readonly zero?: Moment;
}
