/** This user's own folder: settings, recent files, layouts, open reports. Readable by the user alone. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Layout, Recent, Settings } from '../../core/contract/values.ts';
import type { ShapeMemory } from '../../core/timeline/formats/memory.ts';
import { writeAtomically } from '../documents/files.ts';
import { keepShapes, type Shapes } from '../labs/shapes.ts';

/** Where it is: `CASEWRIGHT_HOME`, else the platform's usual place for a program's data. */
export function homeFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.CASEWRIGHT_HOME) return environment.CASEWRIGHT_HOME;
  if (process.platform === 'win32')
    return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Casewright');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Casewright');
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'casewright');
}

const DEFAULTS: Settings = {
  language: 'system',
  theme: 'system',
  paper: 'light',
  lookups: 'on',
  contact: '',
  sharing: 'off',
  libraryColumns: '',
  libraryWidths: '',
  copyTemplate: '',
};
const MOST_RECENT = 30;
/** How a desk was last left, whichever report lay on it. */
const LAST_LAYOUT = join('layouts', 'last.json');
/** What of it suits a report never seen: scroll and the view of a timeline belong to one. */
const OF_ANY_REPORT: ReadonlySet<string> = new Set(['outlineOpen', 'paneOpen', 'tab', 'zoom', 'outline', 'pane']);

type StoredRecent = Omit<Recent, 'exists'>;

export interface Home {
  readonly documentsFolder: string;
  /** Answers of services on the net, kept. */
  readonly lookupsFolder: string;
  readonly libraryFolder: string;
  /** A mirror of each team's library in a folder of its own. */
  readonly teamsFolder: string;
  settings(): Promise<Settings>;
  setSettings(change: Partial<Settings>): Promise<Settings>;
  recent(): Promise<readonly Recent[]>;
  remember(recent: StoredRecent): Promise<void>;
  forget(path: string): Promise<readonly Recent[]>;
  /** By the id inside a report, so that it survives moving the file; of one never seen, as the last desk was left. */
  layout(report: string): Promise<Layout>;
  setLayout(report: string, layout: Layout): Promise<void>;
  /** What was answered about laboratories' files. */
  readonly labShapes: Shapes;
}

/** The home in a folder, made when first written to. A damaged file there counts as none. */
export function openHome(folder: string): Home {
  const read = async <T>(name: string, otherwise: T): Promise<T> => {
    const text = await readFile(join(folder, name), 'utf8').catch(() => null);
    try {
      return text === null ? otherwise : (JSON.parse(text) as T);
    } catch {
      return otherwise;
    }
  };
  let queue: Promise<unknown> = Promise.resolve();
  const write = (name: string, value: unknown): Promise<void> => {
    const next = queue.then(async () => {
      await mkdir(join(folder, 'layouts'), { recursive: true, mode: 0o700 });
      await writeAtomically(join(folder, name), JSON.stringify(value));
    });
    queue = next.catch(() => {});
    return next;
  };
  const storedRecent = () => read<readonly StoredRecent[]>('recent.json', []);
  const withExistence = (list: readonly StoredRecent[]) =>
    Promise.all(
      list.map(async recent => ({ ...recent, exists: (await stat(recent.path).catch(() => null)) !== null })),
    );
  const layoutFile = (report: string) =>
    join('layouts', `${createHash('sha256').update(report).digest('hex').slice(0, 32)}.json`);

  return {
    documentsFolder: join(folder, 'documents'),
    lookupsFolder: join(folder, 'lookups'),
    libraryFolder: join(folder, 'library'),
    teamsFolder: join(folder, 'teams'),
    settings: async () => ({ ...DEFAULTS, ...(await read<Partial<Settings>>('settings.json', {})) }),
    async setSettings(change) {
      const settings = { ...(await this.settings()), ...change };
      await write('settings.json', settings);
      return settings;
    },
    recent: async () => withExistence(await storedRecent()),
    async remember(recent) {
      const others = (await storedRecent()).filter(({ path }) => path !== recent.path);
      await write('recent.json', [recent, ...others].slice(0, MOST_RECENT));
    },
    async forget(path) {
      const left = (await storedRecent()).filter(other => other.path !== path);
      await write('recent.json', left);
      return withExistence(left);
    },
    layout: async report => read<Layout>(layoutFile(report), await read<Layout>(LAST_LAYOUT, {})),
    async setLayout(report, layout) {
      const ofAny = Object.fromEntries(Object.entries(layout).filter(([key]) => OF_ANY_REPORT.has(key)));
      await Promise.all([write(layoutFile(report), layout), write(LAST_LAYOUT, ofAny)]);
    },
    labShapes: keepShapes({
      read: () => read<ShapeMemory>('lab-shapes.json', {}),
      write: shapes => write('lab-shapes.json', shapes),
    }),
  };
}
