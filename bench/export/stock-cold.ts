/** The bare script as a program: `node stock-cold.mjs INPUT.json OUT.pdf`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type StockInput, stockCitations, stockPdf } from './stock.ts';

const [input = '', out = ''] = process.argv.slice(2);
const read = JSON.parse(readFileSync(input, 'utf8')) as StockInput;
stockCitations(read);
writeFileSync(out, await stockPdf(read));
