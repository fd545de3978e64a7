/** The UCUM expressions of clinical laboratories as a dimension and a factor. What it does not know, {@link ./library.ts} may. */

/** A unit taken apart: two units measure the same kind of thing where their dimensions are equal. */
export interface Measure {
  /** Exponents of the base units, such as "g.m-3"; "1" for pure numbers. */
  readonly dimension: string;
  /** How many of the base units one is: 1 mg/dL is 10 g/m³. */
  readonly factor: number;
}

type Powers = Readonly<Record<string, number>>;

interface Atom {
  readonly factor: number;
  readonly powers: Powers;
  /** Whether prefixes (m, µ, k …) can stand before it. */
  readonly prefixed: boolean;
}

const atom = (factor: number, powers: Powers, prefixed = false): Atom => ({ factor, powers, prefixed });

/** Factors as in the UCUM specification, version 2.1; arbitrary units have a base each, for they convert into nothing. */
const ATOMS: Readonly<Record<string, Atom>> = {
  g: atom(1, { g: 1 }, true),
  mol: atom(1, { mol: 1 }, true),
  // Equivalents and osmoles are amounts of substance; charge is the analyte's affair.
  eq: atom(1, { eq: 1 }, true),
  osm: atom(1, { osm: 1 }, true),
  L: atom(1e-3, { m: 3 }, true),
  l: atom(1e-3, { m: 3 }, true),
  m: atom(1, { m: 1 }, true),
  s: atom(1, { s: 1 }, true),
  min: atom(60, { s: 1 }),
  h: atom(3600, { s: 1 }),
  d: atom(86_400, { s: 1 }),
  wk: atom(604_800, { s: 1 }),
  mo: atom(2_629_800, { s: 1 }),
  a: atom(31_557_600, { s: 1 }),
  // Enzyme unit: 1 µmol/min.
  U: atom(1e-6 / 60, { mol: 1, s: -1 }, true),
  kat: atom(1, { mol: 1, s: -1 }, true),
  '[iU]': atom(1, { iu: 1 }, true),
  '[IU]': atom(1, { iu: 1 }, true),
  "[arb'U]": atom(1, { arb: 1 }, true),
  "[GPL'U]": atom(1, { gpl: 1 }),
  "[MPL'U]": atom(1, { mpl: 1 }),
  '[CFU]': atom(1, { cfu: 1 }),
  Pa: atom(1000, { g: 1, m: -1, s: -2 }, true),
  bar: atom(1e8, { g: 1, m: -1, s: -2 }, true),
  'm[Hg]': atom(133_322_000, { g: 1, m: -1, s: -2 }, true),
  'm[H2O]': atom(9_806_650, { g: 1, m: -1, s: -2 }, true),
  Cel: atom(1, { cel: 1 }),
  K: atom(1, { k: 1 }),
  '[degF]': atom(1, { degf: 1 }),
  '[lb_av]': atom(453.592_37, { g: 1 }),
  '[in_i]': atom(0.0254, { m: 1 }),
  J: atom(1000, { g: 1, m: 2, s: -2 }, true),
  cal: atom(4184, { g: 1, m: 2, s: -2 }, true),
  Hz: atom(1, { s: -1 }, true),
  '%': atom(0.01, {}),
  '[ppth]': atom(0.001, {}),
  '[ppm]': atom(1e-6, {}),
  '[pH]': atom(1, { ph: 1 }),
  '[HPF]': atom(1, { hpf: 1 }),
  '[LPF]': atom(1, { lpf: 1 }),
};

const PREFIXES: Readonly<Record<string, number>> = {
  T: 1e12,
  G: 1e9,
  M: 1e6,
  k: 1e3,
  h: 1e2,
  da: 1e1,
  d: 1e-1,
  c: 1e-2,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
  f: 1e-15,
  a: 1e-18,
};

function atomOf(symbol: string): { readonly factor: number; readonly powers: Powers } | null {
  const whole = ATOMS[symbol];
  if (whole) return whole;
  for (const length of [1, 2]) {
    const prefix = PREFIXES[symbol.slice(0, length)];
    const rest = ATOMS[symbol.slice(length)];
    if (prefix !== undefined && rest?.prefixed) return { factor: prefix * rest.factor, powers: rest.powers };
  }
  return null;
}

/** One factor of a product: "10*9", "mm3", "mg", "{copies}", "24". Null where it is none of a laboratory's. */
function termOf(term: string): { readonly factor: number; readonly powers: Powers } | null {
  // What stands in braces is a note; a bar parts notes in no valid unit.
  const bare = term.replace(/\{[^{}|]*\}/g, '');
  if (bare === '') return { factor: 1, powers: {} };
  const power = /^10[*^](-?\d{1,2})$/.exec(bare);
  if (power) return { factor: 10 ** Number(power[1]), powers: {} };
  if (/^\d+$/.test(bare)) return { factor: Number(bare), powers: {} };
  const whole = atomOf(bare);
  if (whole) return whole;
  const [, symbol = '', digits = ''] = /^(.*?[^\d-])(-?\d)$/.exec(bare) ?? [];
  const raised = symbol === '' ? null : atomOf(symbol);
  if (!raised) return null;
  const exponent = Number(digits);
  const powers = Object.fromEntries(Object.entries(raised.powers).map(([base, by]) => [base, by * exponent]));
  return { factor: raised.factor ** exponent, powers };
}

type Product = { readonly factor: number; readonly powers: Powers };

/** A product of factors, and of products in brackets: "ug/(kg.min)". */
function productOf(written: string): Product | null {
  const powers: Record<string, number> = {};
  let factor = 1;
  // "/uL" begins with a division: nothing stands before it.
  const whole = written.startsWith('/') ? `1${written}` : written;
  const terms = whole.match(/(?:^|[./])(?:\([^()]*\)|(?:\{[^{}]*\}|\[[^[\]]*\]|[^./{}[\]()])+)/g) ?? [];
  if (terms.join('') !== whole || whole === '') return null;
  for (const term of terms) {
    const divides = term.startsWith('/');
    const bare = term.replace(/^[./]/, '');
    const part = bare.startsWith('(') ? productOf(bare.slice(1, -1)) : termOf(bare);
    if (!part) return null;
    factor = divides ? factor / part.factor : factor * part.factor;
    for (const [base, by] of Object.entries(part.powers)) powers[base] = (powers[base] ?? 0) + (divides ? -by : by);
  }
  return { factor, powers };
}

/** A UCUM expression taken apart; null where it has a symbol that laboratories' tables do not use. */
export function measureOf(ucum: string): Measure | null {
  const product = productOf(ucum);
  if (!product) return null;
  const { factor, powers } = product;
  const dimension = Object.entries(powers)
    .filter(([, by]) => by !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, by]) => (by === 1 ? base : `${base}${by}`))
    .join('.');
  // 10 ** 3 / 1e-9 leaves a crumb of binary arithmetic, which no laboratory prints.
  return { dimension: dimension || '1', factor: Number(factor.toPrecision(13)) };
}
