/** The contract's handlers: what a window or the command line can ask for, over the rooms of the host. */
import { randomUUID } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import type { contract } from '../core/contract/contract.ts';
import type { AppInfo, Opened } from '../core/contract/values.ts';
import type { Implementation } from '../core/contract/wire/method.ts';
import { done, failed, type Outcome, problem } from '../core/outcome.ts';
import { blankReport } from '../core/report/blank.ts';
import type { CaseReport, Language } from '../core/report/types.ts';
import { templateOf as chosenTemplate, isOwn } from '../core/template/choose.ts';
import type { Template } from '../core/template/types.ts';
import { createDocuments, titleOf } from './documents/documents.ts';
import { readChosen } from './documents/files.ts';
import { makeSafe } from './documents/images.ts';
import { readPack } from './documents/pack.ts';
import { createPreviewImages } from './documents/preview-images.ts';
import { noJournal, notOpen } from './documents/problems.ts';
import { createWorkshop } from './export/tasks.ts';
import { createFollowing } from './library/following/following.ts';
import { createLibraryRoom } from './library/room.ts';
import { basesUnder } from './lookup/services.ts';
import { systemSecrets } from './secrets/system.ts';
import type { SecretStore } from './secrets/types.ts';
import { createExportHandlers } from './services/exporting.ts';
import { listFolder } from './services/folders.ts';
import { createFollowingHandlers } from './services/following.ts';
import { openHome } from './services/home.ts';
import { createLabHandlers } from './services/labs.ts';
import { citingNotes, createLibraryHandlers, userName } from './services/library.ts';
import { createLookupHandlers } from './services/lookup.ts';
import { createPackageHandlers } from './services/packaging.ts';
import { createReadingHandlers } from './services/reading.ts';
import { createReadying } from './services/readying.ts';
import { reveal } from './services/reveal.ts';
import { createRoundtripHandlers } from './services/roundtrip.ts';
import { createSharing } from './services/sharing.ts';
import { createTeamServices } from './services/team.ts';
import { createTemplateRoom } from './services/templates.ts';
import { createZotero } from './zotero/zotero.ts';

type Chosen = { readonly kind: 'chosen'; readonly path: string } | { readonly kind: 'cancelled' };

export interface ServicesConfig {
  /** This user's own folder; see `homeFolder`. */
  readonly home: string;
  /** Where `templates/` and `examples/` are. */
  readonly resources: string;
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly systemLanguage: Language;
  /** A file to open first. */
  readonly openPath?: string;
  /** The built worker; null works in this thread. */
  readonly worker: URL | string | null;
  /** The built thread of the library; absent works in this thread. */
  readonly libraryWorker?: URL | string;
  /** Where other programs read the library; another than the usual one for tests. */
  readonly pullPort?: number;
  /** The built thread that reads laboratories' files; absent works in this thread. */
  readonly labsWorker?: URL | string;
  /** The system's own dialogs, where there are any. */
  readonly dialogs?: {
    choose(request: { mode: 'open' | 'save'; extension: string; suggested?: string | undefined }): Promise<Chosen>;
  };
  /** The system's key store; absent: by the programs that come with the system. */
  readonly secrets?: SecretStore;
  /** Hears of a bug in the background: its kind, never a message that could hold a patient's words. */
  readonly report?: (error: unknown) => void;
  /** How the system leads to an address ("PROXY proxy.chu.fr:3128"), where the shell can ask it. */
  readonly systemRoutes?: (url: URL) => Promise<string>;
  /** Opens or shows a file, where the shell has a way of its own. */
  readonly reveal?: (path: string, show: 'file' | 'folder') => Promise<Outcome<null>>;
}

export interface Services {
  readonly implementation: Implementation<typeof contract>;
  /** Bytes of an image of an open report, for a plain GET; `forScreen` those of a smaller one where it is large. */
  asset(
    document: string,
    name: string,
    forScreen?: boolean,
  ): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
  /** Opens a report for reading alone; see `Documents.read`. */
  read(path: string): Promise<Outcome<Opened>>;
  /** Whether a window is there; see `Documents.attend`. */
  attend(isAttended: boolean): Promise<void>;
  /** The templates on this computer. */
  templates(): Promise<readonly Template[]>;
  close(): Promise<void>;
}

const SAMPLES: Readonly<Record<Language, string>> = { fr: 'calciphylaxis', en: 'ttp' };

/** The services of one program. Nothing is read or started before it is asked for. */
export function createServices(config: ServicesConfig): Services {
  const home = openHome(config.home);
  const documents = createDocuments(home.documentsFolder);
  const previewImages = createPreviewImages();
  const templatesFolder = join(config.resources, 'templates');
  const workshop = createWorkshop({ templatesFolder }, config.worker);
  const library = createLibraryRoom(home.libraryFolder, config.libraryWorker ?? null);
  const noteCiting = citingNotes(library);
  const following = createFollowing({ list: join(config.home, 'following.json'), room: library, by: userName() });
  const sharing = createSharing(library, config.pullPort);
  const zotero = createZotero(process.env.CASEWRIGHT_ZOTERO);
  const mirror = process.env.CASEWRIGHT_LOOKUP_BASE;
  const lookup = {
    folder: home.lookupsFolder,
    systemRoutes: config.systemRoutes,
    version: config.version,
    settings: async () => {
      const { lookups, contact } = await home.settings();
      return { on: lookups === 'on', contact };
    },
    ...(mirror ? { bases: basesUnder(mirror) } : {}),
  };
  const teams = createTeamServices({
    folder: home.teamsFolder,
    secrets: config.secrets ?? systemSecrets(join(config.home, 'secrets')),
    worker: config.libraryWorker ?? null,
    report: config.report ?? (() => {}),
  });
  const room = createTemplateRoom({
    templatesFolder,
    ownFolder: join(config.home, 'templates'),
    stylesFolder: join(config.home, 'styles'),
    workshop,
  });
  const templates = room.all;

  async function templateOf(report: CaseReport): Promise<Template> {
    const found = chosenTemplate(report, await templates());
    if (!found) throw new Error('no template is installed');
    return found;
  }

  const readying = createReadying({ home, workshop, templates, systemLanguage: config.systemLanguage });
  /** What opens a report: nothing is made ready any more. */
  const opens =
    <Request>(work: (request: Request) => Promise<Outcome<Opened>>) =>
    async (request: Request): Promise<Outcome<Opened>> => {
      readying.stop();
      try {
        return await work(request);
      } catch (error) {
        const problem = noJournal(error);
        if (problem) return failed(problem);
        throw error;
      }
    };

  async function remember(opened: Outcome<Opened>): Promise<Outcome<Opened>> {
    if (opened.ok && opened.value.path !== null) {
      const { report, path } = opened.value;
      await home.remember({ path, title: titleOf(report), template: report.template, at: Date.now() });
    }
    return opened;
  }

  const implementation: Implementation<typeof contract> = {
    'app.info': async () => {
      const settings = await home.settings();
      // A window is there: what the user turned on begins. Where it cannot, the settings say so.
      void sharing.follow(settings);
      void following.begin();
      return {
        version: config.version,
        host: config.host,
        platform: platform(),
        systemLanguage: config.systemLanguage,
        settings,
        firstRun: (await home.recent()).length === 0,
        openPath: config.openPath ?? null,
      };
    },
    'settings.set': change => home.setSettings(withoutUndefined(change)),
    'library.sharing': async () => sharing.follow(await home.settings()),
    'layout.get': async ({ document }) => home.layout(documents.report(document)?.id ?? document),
    'layout.set': async ({ document, layout }) => {
      await home.setLayout(documents.report(document)?.id ?? document, layout);
      return null;
    },
    ...room.handlers,
    'recent.list': () => {
      if (config.worker !== null) readying.soon();
      return home.recent();
    },
    'recent.forget': ({ path }) => home.forget(path),

    'report.create': opens(async ({ template, language }) => {
      const chosen = (await templates()).find(({ id }) => id === template);
      if (!chosen) return failed(noTemplate());
      const blank = blankReport({ id: randomUUID(), language, template, abstracts: chosen.abstract.also });
      const report = isOwn(chosen) ? { ...blank, ownTemplate: chosen } : blank;
      return done(await documents.create(report, new Map()));
    }),
    'report.open': opens(async ({ path }) => remember(await documents.open(path))),
    'report.openBytes': opens(({ name, bytes }) => documents.openBytes(bytes, name)),
    'report.sample': opens(async ({ language }) => {
      const name = SAMPLES[language];
      const path = join(config.resources, 'examples', name, `${name}.casereport`);
      const bytes = await readChosen(path);
      if (!bytes.ok) return bytes;
      const sample = readPack(bytes.value, basename(path));
      if (!sample.ok) return sample;
      const { report, assets, warnings } = sample.value;
      // A copy of one's own: changing it never touches the sample.
      return done(await documents.create({ ...report, id: randomUUID() }, assets, warnings));
    }),
    'report.recoverable': () => documents.recoverable(),
    'report.resume': opens(({ document, again }) => documents.resume(document, again)),
    'report.keepCopy': opens(({ document, report }) => documents.keepCopy(document, report)),
    'report.discard': ({ document }) => documents.discard(document),
    'report.apply': ({ document, base, ops }) => documents.apply(document, base, ops),
    'report.save': async ({ document, path, replace }) => {
      const target = path === undefined || extname(path) !== '' ? path : `${path}.casereport`;
      const saved = await documents.save(document, target, replace ?? false);
      const report = documents.report(document);
      if (saved.ok && report) {
        // The report is safe whatever becomes of the library.
        noteCiting(report, saved.value.path).catch(() => {});
        teams.noteCiting(report, saved.value.path).catch(() => {});
        await home.remember({
          path: saved.value.path,
          title: titleOf(report),
          template: report.template,
          at: saved.value.at,
        });
      }
      return saved;
    },
    'report.close': async ({ document }) => {
      await documents.close(document);
      return null;
    },
    ...createExportHandlers({
      documents,
      workshop,
      templateOf,
      templatesFolder,
      version: config.version,
      previewImages,
    }),
    ...createLabHandlers({ documents, shapes: home.labShapes, worker: config.labsWorker ?? null }),
    ...createLibraryHandlers(library),
    ...createFollowingHandlers(following, library),
    'zotero.collections': (_, signal) => zotero.collections(signal),
    'zotero.files': ({ key, group }, signal) => zotero.files(key, group, signal),
    'zotero.items': ({ query, collection, from }, signal) => zotero.items(query, collection, from, signal),
    ...createLookupHandlers({ lookup, documents, home, library }),
    ...teams.handlers,
    ...createReadingHandlers(workshop),
    ...createPackageHandlers({ documents, workshop, templateOf, templates, version: config.version }),
    ...createRoundtripHandlers({ documents, workshop, templateOf, templates }),

    'assets.add': async ({ document, name, bytes }) => {
      if (!documents.report(document)) return failed(notOpen());
      const safe = await makeSafe(bytes, name);
      if (!safe.ok) return safe;
      const { asset, bytes: clean, removed } = safe.value;
      await documents.addAsset(document, asset.name, clean);
      return done({ asset, removed });
    },
    'citations.format': async ({ document, clusters }, signal) => {
      const report = documents.report(document);
      if (!report) return { clusters: {}, bibliography: [], missing: [] };
      const template = await templateOf(report);
      return workshop.citations(
        { clusters, references: report.references, template, language: report.language },
        signal,
      );
    },

    'citations.print': async ({ references, as }, signal) => {
      const report = 'document' in as ? documents.report(as.document) : null;
      const template = report
        ? await templateOf(report)
        : 'template' in as
          ? (await templates()).find(({ id }) => id === as.template)
          : undefined;
      if (!template) return failed('document' in as ? notOpen() : noTemplate());
      const language = report?.language ?? ('language' in as ? as.language : 'en');
      const items = references.map(({ id }) => ({ reference: id }));
      const clusters = [{ type: 'citation' as const, id: 'all', items, children: [{ text: '' }] }];
      return done(await workshop.citations({ clusters, references, template, language }, signal));
    },

    'files.choose': async request => (config.dialogs ? config.dialogs.choose(request) : { kind: 'in-window' }),
    'files.list': ({ folder, extension }) => listFolder(folder, extension),
    'files.reveal': ({ path, show }) => (config.reveal ?? reveal)(path, show),
  };

  return {
    implementation,
    read: path => documents.read(path),
    attend: documents.attend,
    templates,
    asset: async (document, name, forScreen) => {
      const read = (one: string) => documents.asset(document, one);
      const known = forScreen && documents.report(document)?.assets.find(asset => asset.name === name);
      const bytes = known ? ((await previewImages([known], read))[name] ?? null) : await read(name);
      return bytes && { bytes, type: name.endsWith('.png') ? 'image/png' : 'image/jpeg' };
    },
    close: async () => {
      readying.stop();
      await documents.closeAll();
      await workshop.close();
      await sharing.close();
      await following.close();
      await library.close();
      await teams.close();
    },
  };
}

function platform(): AppInfo['platform'] {
  const { platform: name } = process;
  return name === 'linux' || name === 'darwin' || name === 'win32' ? name : 'other';
}

function withoutUndefined<T extends object>(value: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as never;
}

const noTemplate = () =>
  problem(
    'template.missing',
    { en: 'This template is not on this computer.', fr: 'Ce modèle n’est pas sur cet ordinateur.' },
    { en: 'Nothing was made. Choose another template.', fr: 'Rien n’a été créé. Choisissez un autre modèle.' },
  );
