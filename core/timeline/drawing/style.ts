/** How a drawing looks: on paper in colour or grey, on the screen in the colours of its theme. */

export interface Style {
  /** Absent where the window's own type is taken. */
  readonly font?: string;
  /** Smallest type, and that of names (points on paper, pixels on the screen). */
  readonly small: number;
  readonly name: number;
  readonly ink: string;
  readonly second: string;
  readonly grid: string;
  readonly band: string;
  readonly ground: string;
  /** Grounds of phases, one after the other. */
  readonly phases: readonly [string, string];
  readonly colours: readonly string[];
  /** Fills behind text, one a colour. */
  readonly tints: readonly string[];
  /** What marks and lines are scaled by. */
  readonly scale: number;
  /** Photographs too are without colour. */
  readonly isGrey?: true;
}

/** Smallest type that prints legibly (points). */
const SMALL = 7.5;

/** Steps of lightness that part in grey and in the three colour blindnesses (light values of the design's chart colours). */
const COLOURS = ['#0f2b70', '#c1823d', '#418298', '#b4495c', '#3b5c03', '#8474da', '#5f3548', '#764bac'];

/** A colour with white, four parts in five. */
function tint(colour: string): string {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(255 - (255 - value) * 0.2)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

export const PAPER: Style = {
  font: 'Source Serif 4',
  small: SMALL,
  name: 9,
  ink: '#1d1b18',
  second: '#6a655c',
  grid: '#e8e5df',
  band: '#e4efe8',
  ground: '#ffffff',
  phases: ['#f4f2ed', '#ffffff'],
  colours: COLOURS,
  tints: COLOURS.map(tint),
  scale: 1,
};

/** Black ink alone: series part by mark and dash. */
export const GREY: Style = {
  ...PAPER,
  isGrey: true,
  ink: '#111111',
  second: '#595959',
  grid: '#e4e4e4',
  band: '#e9e9e9',
  phases: ['#f4f4f4', '#ffffff'],
  colours: ['#111111', '#6b6b6b'],
  tints: ['#dddddd', '#efefef'],
};

/** The window's colours, which follow its theme. */
export const SCREEN: Style = {
  small: 12,
  name: 13,
  ink: 'var(--ink)',
  second: 'var(--ink-3)',
  grid: 'var(--chart-grid)',
  band: 'var(--chart-band)',
  ground: 'var(--ground)',
  phases: ['var(--desk)', 'var(--ground)'],
  colours: COLOURS.map((_, index) => `var(--chart-${index + 1})`),
  tints: COLOURS.map((_, index) => `color-mix(in srgb, var(--chart-${index + 1}) 20%, var(--ground))`),
  scale: 1.5,
};

const DASHES = [undefined, '5 3', '2 2', '7 3 2 3'] as const;

/** What parts one series from the next without colour. */
export function dashOf(index: number): string | undefined {
  return DASHES[index % DASHES.length];
}

export function colourOf({ colours }: Style, index: number): string {
  return colours[index % colours.length] as string;
}

export function tintOf({ tints }: Style, index: number): string {
  return tints[index % tints.length] as string;
}
