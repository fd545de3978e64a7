import { join } from 'node:path';
import { writeExamples } from './build.ts';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
for (const path of await writeExamples(join(root, 'examples'))) console.log(path);
