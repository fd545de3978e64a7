/** What is drawn, and what a drawing gives. */
import type { ChartSettings } from '../../report/chart-settings.ts';
import type { ClinicalEvent, Patient, Phase, Stay, Treatment } from '../../report/course.ts';
import type { Language, Moment, Series, TimeSettings } from '../../report/types.ts';
import type { Style } from './style.ts';
import type { TimeScale } from './time-scale.ts';

/** A panel of a figure at its day. */
export interface ImageMark {
  readonly id: string;
  /** Name of the asset. */
  readonly asset: string;
  /** "1A" or what the panel is called. */
  readonly label: string;
  readonly at: Moment;
}

export interface TimelineData {
  readonly series: readonly Series[];
  readonly treatments?: readonly Treatment[];
  readonly events?: readonly ClinicalEvent[];
  readonly stays?: readonly Stay[];
  readonly phases?: readonly Phase[];
  readonly images?: readonly ImageMark[];
  /** What doses per kilogram add up with. */
  readonly patient?: Patient;
  readonly time: TimeSettings;
}

export interface DrawingRequest extends TimelineData {
  readonly language: Language;
  /** Points (1/72 inch) on paper, pixels on the screen. */
  readonly width: number;
  readonly settings?: ChartSettings;
  /** What a page has room for: plots are made lower where the drawing would be higher, down to what can be read. */
  readonly mostHeight?: number;
  /** Default: on paper, in the settings' colours. */
  readonly style?: Style;
  /** Only this part of the axis (orders), for zooming. */
  readonly span?: readonly [number, number];
  /** The axis as a drawing of its own, for a window that keeps it in sight; then there is no legend either. */
  readonly axisApart?: boolean;
}

/** Something drawn that can be looked at, pressed or dragged; a box in the drawing's own units. */
export interface Target {
  readonly of: 'point' | 'treatment' | 'dose' | 'event' | 'stay' | 'phase' | 'image';
  /** Of a dose that of its treatment. */
  readonly id: string;
  /** Of a series; of a dose its place among the single administrations. */
  readonly point?: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One lane as it stands in the drawing. */
export interface LaneBox {
  readonly kind: 'series' | 'phases' | 'stays' | 'events' | 'treatments' | 'images';
  readonly id: string;
  /** Of a lane of two series the id of the other one. */
  readonly partner?: string;
  readonly top: number;
  readonly bottom: number;
  /** Rows inside, with what each is called: one a treatment. */
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly top: number;
    readonly bottom: number;
  }[];
}

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What the drawing shows, written from the data. */
  readonly alt: string;
  readonly targets: readonly Target[];
  readonly lanes: readonly LaneBox[];
  /** Absent where nothing has a moment. */
  readonly scale?: TimeScale;
  /** Labels of the axis, where they were asked for apart. */
  readonly axis?: string;
}

/** An axis on the right of a plot, in another unit; values go over into it in a straight line. */
export interface SecondAxis {
  readonly unit: string;
  readonly of: (value: number) => number;
}

/** What every lane is drawn with. */
export interface LaneContext {
  readonly scale: TimeScale;
  readonly time: TimeSettings;
  readonly language: Language;
  readonly style: Style;
  /** The plot, from the first stretch to the last. */
  readonly left: number;
  readonly right: number;
  /** Whether a moment can stand on the axis. */
  readonly holds: (moment: Moment) => boolean;
  /** Axes in a second unit, by the ids of their series. */
  readonly seconds: ReadonlyMap<string, SecondAxis>;
  /** Series that stand in the lane of another, by its id: diastolic pressure with the systolic. */
  readonly partners: ReadonlyMap<string, Series>;
  /** Where names of rows stand; null where they stand above them. */
  readonly gutter: number | null;
}

export interface DrawnLane {
  readonly svg: string;
  readonly height: number;
  readonly targets: readonly Target[];
  readonly rows: LaneBox['rows'];
}
