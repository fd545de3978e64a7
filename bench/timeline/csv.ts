/** A laboratory's table read by us and by papaparse, each in processes of its own. */
import { spawnSync } from 'node:child_process';
import Papa from 'papaparse';
import { readLabs } from '../../core/timeline/formats/index.ts';

export const ROWS = 50_000;
export const NAMES = ['CRP', 'Créatinine', 'Hémoglobine', 'Leucocytes', 'Plaquettes', 'Sodium', 'Potassium'] as const;
export const UNITS = ['mg/L', 'µmol/L', 'g/dL', 'G/L', 'G/L', 'mmol/L', 'mmol/L'] as const;

function table(): string {
  const lines = ['Date;Analyse;Résultat;Unité;Norme'];
  for (let row = 0; row < ROWS; row++) {
    const day = new Date(Date.UTC(2000, 0, 1) + Math.floor(row / NAMES.length) * 86_400_000);
    const [year, month, date] = day.toISOString().slice(0, 10).split('-');
    const value = (10 + ((row * 37) % 900) / 10).toFixed(1).replace('.', ',');
    lines.push(`${date}/${month}/${year};${NAMES[row % NAMES.length]};${value};${UNITS[row % UNITS.length]};5,0-10,0`);
  }
  return `${lines.join('\n')}\n`;
}

/** The table as a file. */
export const csvBytes = (): Uint8Array => new TextEncoder().encode(table());

const bytes = csvBytes();
const text = () => new TextDecoder().decode(bytes);
const readers = {
  ours: () => readLabs(bytes),
  typed: () => Papa.parse(text(), { header: true, dynamicTyping: true, skipEmptyLines: true }),
  cells: () => Papa.parse(text(), { skipEmptyLines: true }),
} as const;
type Reader = keyof typeof readers;

const ALONE = '--alone';
const TURNS = 3;
/** Runs before those that count, of a process: what is measured is compiled by then. */
const WARMING = 4;
const RUNS = 9;

/** In a process that {@link csvTimes} began: reads, prints the seconds, and ends. */
export function readAlone(): void {
  if (process.argv[2] !== ALONE) return;
  const read = readers[process.argv[3] as Reader];
  const times: number[] = [];
  for (let run = 0; run < WARMING + RUNS; run++) {
    const from = performance.now();
    read();
    if (run >= WARMING) times.push((performance.now() - from) / 1000);
  }
  console.log(JSON.stringify(times));
  process.exit();
}

/**
 * Seconds of each reader, in processes of their own and by turns: beside another in one process it would also collect what that one left in
 * memory, and the window has its files read in a thread where nobody else was.
 */
export function csvTimes(program: string): Readonly<Record<Reader, readonly number[]>> {
  const times: Record<Reader, number[]> = { ours: [], typed: [], cells: [] };
  for (let turn = 0; turn < TURNS; turn++)
    for (const [name, of] of Object.entries(times)) {
      const { stdout } = spawnSync(process.execPath, [program, ALONE, name], { encoding: 'utf8' });
      of.push(...(JSON.parse(stdout) as number[]));
    }
  return times;
}
