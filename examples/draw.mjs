/** Draws the synthetic images of the examples: `node examples/draw.mjs`. No photograph of anybody is behind them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const here = import.meta.dirname;

/** Numbers that look random and are always the same. */
function randoms(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** A closed, uneven curve around a centre. */
function blob(cx, cy, r, unevenness, next, points = 14) {
  const at = Array.from({ length: points }, (_, index) => {
    const angle = (index / points) * 2 * Math.PI;
    const length = r * (1 + (next() - 0.5) * unevenness);
    return [cx + Math.cos(angle) * length * 1.15, cy + Math.sin(angle) * length];
  });
  const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const start = middle(at.at(-1), at[0]);
  let d = `M${start[0].toFixed(1)} ${start[1].toFixed(1)}`;
  at.forEach((point, index) => {
    const end = middle(point, at[(index + 1) % at.length]);
    d += `Q${point[0].toFixed(1)} ${point[1].toFixed(1)} ${end[0].toFixed(1)} ${end[1].toFixed(1)}`;
  });
  return `${d}Z`;
}

/** A plaque on skin; `size` 1 at admission, 0 when healed; `black` is the share that is necrotic. */
function plaque(size, black, seed) {
  const next = randoms(seed);
  const r = 120 + 230 * size;
  const speckles = Array.from(
    { length: 160 },
    () =>
      `<circle cx="${(next() * 1200).toFixed(0)}" cy="${(next() * 900).toFixed(0)}" r="${(1 + next() * 2.5).toFixed(1)}" fill="#a97f69" opacity="${(0.1 + next() * 0.18).toFixed(2)}"/>`,
  ).join('');
  const ruler = Array.from(
    { length: 6 },
    (_, index) =>
      `<rect x="${70 + index * 60}" y="826" width="60" height="18" fill="${index % 2 ? '#f7f4ef' : '#2b2623'}"/>`,
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900">
    <defs>
      <linearGradient id="skin" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e3cdbd"/><stop offset=".55" stop-color="#d5b6a3"/><stop offset="1" stop-color="#b69380"/></linearGradient>
      <filter id="soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="22"/></filter>
      <filter id="edge" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="7"/></filter>
    </defs>
    <rect width="1200" height="900" fill="url(#skin)"/>${speckles}
    <path d="${blob(600, 430, r * 1.35, 0.3, next)}" fill="#b4565c" opacity="${(0.28 + 0.3 * size).toFixed(2)}" filter="url(#soft)"/>
    <path d="${blob(600, 430, r, 0.45, next)}" fill="#8e3d48" opacity="${(0.35 + 0.5 * size).toFixed(2)}" filter="url(#edge)"/>
    ${black > 0 ? `<path d="${blob(600, 430, r * black, 0.55, next)}" fill="#241a1c" opacity=".93" filter="url(#edge)"/>` : `<path d="${blob(600, 430, r * 0.8, 0.3, next)}" fill="#d9a79f" opacity=".75" filter="url(#edge)"/>`}
    <rect x="66" y="822" width="368" height="26" fill="#f7f4ef"/>${ruler}
  </svg>`;
}

/** A red cell seen from above, or a fragment of one. */
function cell(x, y, r, kind, next) {
  const turn = (next() * 360).toFixed(0);
  if (kind === 'helmet')
    return `<path transform="translate(${x} ${y}) rotate(${turn})" d="M${-r} 0A${r} ${r} 0 0 1 ${r} 0Q${r * 0.3} ${r * 0.35} ${-r} 0Z" fill="#c8625f"/>`;
  if (kind === 'triangle')
    return `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 ${-r * 0.9}Q${r * 0.5} ${r * 0.1} ${r * 0.75} ${r * 0.6}Q0 ${r * 0.45} ${-r * 0.75} ${r * 0.55}Q${-r * 0.4} 0 0 ${-r * 0.9}Z" fill="#c25b59"/>`;
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="#d57a74"/><circle cx="${x}" cy="${y}" r="${r * 0.42}" fill="#e7a69e" opacity=".8"/>`;
}

/** A schematic blood film: how many fragments and platelets stand among the red cells. */
function film(fragments, platelets, seed) {
  const next = randoms(seed);
  const cells = [];
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 10; column++) {
      const x = 70 + column * 118 + (next() - 0.5) * 46;
      const y = 60 + row * 112 + (next() - 0.5) * 44;
      const kind = next() < fragments ? (next() < 0.5 ? 'helmet' : 'triangle') : 'whole';
      cells.push(cell(Math.round(x), Math.round(y), Math.round(kind === 'whole' ? 40 + next() * 6 : 30), kind, next));
    }
  }
  const small = Array.from(
    { length: platelets },
    () =>
      `<circle cx="${(next() * 1200).toFixed(0)}" cy="${(next() * 900).toFixed(0)}" r="${(8 + next() * 4).toFixed(1)}" fill="#7d5a9a" opacity=".85"/>`,
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900"><rect width="1200" height="900" fill="#f6efe9"/>${cells.join('')}${small}</svg>`;
}

/** A schematic microvessel: strings of von Willebrand factor with platelets, or cut short. */
function vessel(cut) {
  const next = randoms(cut ? 21 : 7);
  const strings = Array.from({ length: 6 }, (_, index) => {
    const y = 300 + index * 60;
    const length = cut ? 150 + next() * 90 : 900;
    const x = 120 + next() * 60;
    const path = `M${x.toFixed(0)} ${y}q${(length / 4).toFixed(0)} ${index % 2 ? 34 : -34} ${(length / 2).toFixed(0)} 0t${(length / 2).toFixed(0)} 0`;
    const dots = cut
      ? ''
      : Array.from(
          { length: 7 },
          (_, dot) =>
            `<circle cx="${(x + 60 + dot * 118 + next() * 20).toFixed(0)}" cy="${(y + (next() - 0.5) * 34).toFixed(0)}" r="17" fill="#7d5a9a" opacity=".88"/>`,
        ).join('');
    return `<path d="${path}" fill="none" stroke="#3d6b7d" stroke-width="6" stroke-linecap="round"/>${dots}`;
  }).join('');
  const reds = Array.from({ length: cut ? 16 : 7 }, () =>
    cell(Math.round(120 + next() * 960), Math.round(270 + next() * 380), 34, 'whole', next),
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900"><rect width="1200" height="900" fill="#fbf8f3"/>
    <rect x="40" y="190" width="1120" height="520" rx="60" fill="#f3d9d2"/><rect x="40" y="190" width="1120" height="34" fill="#c98a7d"/><rect x="40" y="676" width="1120" height="34" fill="#c98a7d"/>${reds}${strings}</svg>`;
}

/** Legs with purpura: dots on a plain outline. */
function purpura() {
  const next = randoms(99);
  const dots = Array.from({ length: 150 }, () => {
    const left = next() < 0.5;
    const x = (left ? 380 : 820) + (next() - 0.5) * 190;
    return `<circle cx="${x.toFixed(0)}" cy="${(180 + next() * 640).toFixed(0)}" r="${(2.5 + next() * 5).toFixed(1)}" fill="#8a2f3c" opacity="${(0.45 + next() * 0.4).toFixed(2)}"/>`;
  }).join('');
  const leg = x =>
    `<path d="M${x - 130} 60Q${x - 150} 420 ${x - 95} 880H${x + 95}Q${x + 150} 420 ${x + 130} 60Z" fill="#deC3b1"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900"><rect width="1200" height="900" fill="#f3efe9"/>${leg(380)}${leg(820)}${dots}</svg>`;
}

const drawings = {
  'calciphylaxis/figures/j0.jpg': plaque(1, 0.66, 3),
  'calciphylaxis/figures/j15.jpg': plaque(0.78, 0.48, 3),
  'calciphylaxis/figures/j30.jpg': plaque(0.45, 0.22, 3),
  'calciphylaxis/figures/j45.jpg': plaque(0.12, 0, 3),
  'ttp/figures/film-day-0.jpg': film(0.2, 1, 5),
  'ttp/figures/film-day-4.jpg': film(0.1, 9, 6),
  'ttp/figures/film-day-8.jpg': film(0.03, 22, 8),
  'ttp/figures/film-day-30.jpg': film(0, 30, 9),
  'ttp/figures/purpura.jpg': purpura(),
  'ttp/figures/vessel-strings.png': vessel(false),
  'ttp/figures/vessel-cut.png': vessel(true),
};

for (const [file, svg] of Object.entries(drawings)) {
  const path = join(here, file);
  mkdirSync(join(path, '..'), { recursive: true });
  const image = sharp(Buffer.from(svg));
  await (file.endsWith('.png') ? image.png() : image.jpeg({ quality: 88 })).toFile(path);
}
