/**
 * Property tests draw the same cases at every run, so that a red test tells of the change before it. CASEWRIGHT_SEED, a number or
 * "random", draws others: `npm run test:edits` does.
 */
import fc from 'fast-check';

const wanted = process.env.CASEWRIGHT_SEED ?? '20261126';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
