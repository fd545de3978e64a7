/**
 * `npm run bench styles -- [FROM [TO [WALKS]]]`: goes through the styles of the CSL project, from one place in their list to another,
 * and compares what is printed step by step with a full rebuild, after each of some random edits. Names every style that differs.
 */
import fc from 'fast-check';
import { styleIds } from '../../host/citing/styles/styles.ts';
import { kindOf, type Step, step, walk } from '../../test/host/citing/walking.ts';

const all = styleIds();
const [from = 0, to = all.length, walks = 4] = process.argv.slice(3).map(Number);
const seed = Number(process.env.CASEWRIGHT_SEED ?? 20261127);
const until = Date.now() + 1000 * Number(process.env.SECONDS ?? Number.POSITIVE_INFINITY);

let [seen, differing] = [0, 0];
for (const [index, style] of all.entries()) {
  if (index < from || index >= to || Date.now() > until) continue;
  seen++;
  const drawn = fc.sample(fc.array(step, { minLength: 4, maxLength: 8 }), { seed: seed + index, numRuns: walks });
  // What an engine has seen before must not matter: all walks of a style are one life of its engine.
  const language = (seed + index) % 2 === 0 ? 'en' : 'fr';
  const found = drawn.map((steps: readonly Step[]) => ({ steps, ...problemOf(style, language, steps) }));
  const first = found.find(({ message }) => message !== undefined);
  if (!first) continue;
  differing++;
  console.log(JSON.stringify({ index, style, language, ...first }));
}
console.log(`${seen} styles from ${from} on, ${differing} differ`);

function problemOf(style: string, language: 'en' | 'fr', steps: readonly Step[]) {
  try {
    const found = walk(style, kindOf(style), language, steps);
    return found ? { message: 'differs', ...found } : {};
  } catch (error) {
    return { message: String(error) };
  }
}
