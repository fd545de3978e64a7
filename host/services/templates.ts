/** Handlers of templates: those of the program, and those that the user makes, imports and shares. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StyleFound, StyleLook, templating } from '../../core/contract/templates.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { decodeText } from '../../core/encoding.ts';
import type { FormattedCitations } from '../../core/manuscript/types.ts';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import type { Citation } from '../../core/report/document.ts';
import type { Language, Reference } from '../../core/report/types.ts';
import { isOwn, ownId } from '../../core/template/choose.ts';
import { checkedTemplate, parseTemplate, writeTemplate } from '../../core/template/parse.ts';
import type { CitationRules, Template } from '../../core/template/types.ts';
import { isStyle, namedStyle } from '../citing/styles/catalogue.ts';
import { findStyles } from '../citing/styles/finding-styles.ts';
import type { OwnStyle, OwnStyles } from '../citing/styles/own-styles.ts';
import { styleTitles } from '../citing/styles/styles.ts';
import { readChosen, writeAtomically, writeChosen, writeProblem } from '../documents/files.ts';
import type { Workshop } from '../export/tasks.ts';
import { readTemplates } from '../templates.ts';

export interface TemplateServices {
  /** Of the program. */
  readonly templatesFolder: string;
  /** Of the user; made when first written to. */
  readonly ownFolder: string;
  /** Of the .csl files that the user added; made when first written to. */
  readonly stylesFolder: string;
  readonly workshop: Workshop;
}

export interface TemplateRoom {
  readonly handlers: Implementation<typeof templating>;
  /** Those of the program, then the user's. */
  all(): Promise<readonly Template[]>;
}

export function createTemplateRoom({
  templatesFolder,
  ownFolder,
  stylesFolder,
  workshop,
}: TemplateServices): TemplateRoom {
  let shipped: Promise<readonly Template[]> | null = null;
  let own: Promise<readonly Template[]> | null = null;

  const ofProgram = () => {
    shipped ??= readTemplates(templatesFolder).then(({ templates }) => templates);
    return shipped;
  };
  const ofUser = () => {
    own ??= readdir(ownFolder).then(
      async () => (await readTemplates(ownFolder)).templates.filter(isOwn),
      // Nothing was ever made.
      () => [],
    );
    return own;
  };
  const all = async () => [...(await ofProgram()), ...(await ofUser())];

  /** What a style prints of invented references. */
  async function look(
    citations: Omit<CitationRules, 'kind'>,
    language: Language,
    signal: AbortSignal,
  ): Promise<StyleLook> {
    const [any] = await ofProgram();
    if (!any) throw new Error('no template is installed');
    const printed = (kind: CitationRules['kind']) =>
      workshop.citations(
        { clusters: SAMPLE, references: INVENTED, template: { ...any, citations: { ...citations, kind } }, language },
        signal,
      );
    const kind = kindOf(await printed('bracket'));
    const name = citations.csl === undefined ? styleTitles().get(citations.style) : undefined;
    return { ...(name && { name }), kind, sample: await printed(kind) };
  }

  const prints = async ({ id, csl }: OwnStyle): Promise<boolean> => {
    try {
      const { sample } = await look({ style: id, csl }, 'en', new AbortController().signal);
      // Styles of notes need no list of references.
      const lists = sample.bibliography.length > 0 || sample.notes !== undefined;
      return lists && (sample.clusters.first ?? []).length > 0;
    } catch {
      // Whatever the engine does not understand of it, it prints nothing.
      return false;
    }
  };
  // What reads styles is loaded when the first is asked for.
  const reading = () => import('../citing/styles/own-styles.ts');
  let loading: Promise<OwnStyles> | null = null;
  const styles = () => {
    loading ??= reading().then(({ createOwnStyles }) => createOwnStyles(stylesFolder, prints));
    return loading;
  };
  const addStyle = async (name: string, bytes: Uint8Array): Promise<Outcome<StyleFound>> => {
    const added = await (await styles()).add(name, bytes);
    return added.ok ? done(found(added.value)) : added;
  };

  /** The rules with their style, if it is one that the user added, in them; null where that style is not here. */
  async function withStyle<T extends Pick<CitationRules, 'style' | 'csl'>>(citations: T): Promise<T | null> {
    const { checkedStyle, isAdded } = await reading();
    if (citations.csl !== undefined) return checkedStyle(citations.csl, citations.style).ok ? citations : null;
    if (!isAdded(citations.style)) return isStyle(citations.style) ? citations : null;
    const style = (await (await styles()).list()).find(({ id }) => id === citations.style);
    return style ? { ...citations, csl: style.csl } : null;
  }

  /** A template of the user's onto the disk; its style has to be one that needs no file. */
  async function keep(wanted: Template): Promise<Outcome<Template>> {
    const citations = await withStyle(wanted.citations);
    if (!citations) return failed(noStyle(wanted.citations.style));
    const template = { ...wanted, citations };
    const folder = join(ownFolder, template.id);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeAtomically(join(folder, 'template.json'), writeTemplate(template));
    } catch (error) {
      return failed(writeProblem(join(folder, 'template.json'), error));
    }
    own = null;
    return done(template);
  }

  async function taken(name: string, bytes: Uint8Array): Promise<Outcome<Template>> {
    const read = parseTemplate(decodeText(bytes).text, name);
    if (!read.ok) return failed({ ...read.problem, hint: NOTHING_IMPORTED });
    const here = (await all()).find(({ id }) => id === read.value.id);
    const same = here !== undefined && writeTemplate(here) === writeTemplate(read.value);
    if (same) return done(here);
    // What comes from a file never takes the place of what is here.
    const id = isOwn(read.value) && !here ? read.value.id : freshId();
    const kept = await keep({ ...read.value, id });
    return kept.ok ? kept : failed({ ...kept.problem, where: name });
  }

  return {
    all,
    handlers: {
      'templates.list': all,
      'templates.save': async ({ template }) => {
        const read = checkedTemplate(template, nameIn(template));
        if (!read.ok) return failed({ ...read.problem, hint: NOTHING_CHANGED });
        if (!isOwn(read.value)) throw new Error('a template of the program is not written to');
        return keep(read.value);
      },
      'templates.remove': async ({ id }) => {
        if (!isOwn({ id }) || !/^[a-z0-9-]+$/.test(id)) throw new Error('a template of the program is not removed');
        await rm(join(ownFolder, id), { recursive: true, force: true });
        own = null;
        return done(null);
      },
      'templates.import': ({ name, bytes }) => taken(name, bytes),
      'templates.importFile': async ({ path }) => {
        const bytes = await readChosen(path);
        return bytes.ok ? taken(path.split(/[/\\]/).at(-1) ?? path, bytes.value) : bytes;
      },
      'templates.share': async ({ id, path }) => {
        const template = (await all()).find(each => each.id === id);
        if (!template) return failed(gone());
        const shared = { ...template, citations: { ...template.citations, style: namedStyle(template) } };
        return writeChosen(path, new TextEncoder().encode(writeTemplate(shared)));
      },
      'styles.find': async ({ words }) => findStyles(words, (await (await styles()).list()).map(found)),
      'styles.add': ({ name, bytes }) => addStyle(name, bytes),
      'styles.addFile': async ({ path }) => {
        const bytes = await readChosen(path);
        return bytes.ok ? addStyle(path.split(/[/\\]/).at(-1) ?? path, bytes.value) : bytes;
      },
      'styles.look': async ({ style, language, english }, signal) => {
        const citations = await withStyle({ style, ...(english && { english }) });
        return citations ? done(await look(citations, language, signal)) : failed(noStyle(style));
      },
    },
  };
}

const found = ({ id, name }: OwnStyle): StyleFound => ({ id, name });

const freshId = () => ownId(randomBytes(6).toString('hex'));

/** How a style cites, told from what it prints: raised numbers (of works or of notes), numbers in the line, or names and years. */
function kindOf({ clusters, notes }: FormattedCitations): CitationRules['kind'] {
  const runs = clusters.first ?? [];
  if (notes || runs.some(({ sup }) => sup)) return 'superscript';
  const text = runs.map(run => run.text).join('');
  return /^[[(]?\d+\D{1,3}\d*[\])]?$|^[[(]?\d{1,2}[\])]?$/.test(text) ? 'bracket' : 'author-date';
}

const cite = (id: string, ...references: string[]): Citation => ({
  type: 'citation',
  id,
  items: references.map(reference => ({ reference })),
  children: [{ text: '' }],
});

const SAMPLE: readonly Citation[] = [cite('first', 'a', 'b'), cite('second', 'a')];

/** Invented, and named so that nobody takes them for true. */
const INVENTED: readonly Reference[] = (
  [
    ['a', 'Alvarez', 'Anne', 'A first invented article', 2018],
    ['b', 'Bernard', 'Paul', 'A second invented article', 2021],
  ] as const
).map(([id, family, given, title, year]) => ({
  id,
  item: {
    id,
    type: 'article-journal',
    title,
    author: [
      { family, given },
      { family: 'Martin', given: 'Jean-Paul' },
    ],
    'container-title': 'Journal of Invented Cases',
    'container-title-short': 'J Invent Cases',
    volume: '12',
    issue: '3',
    page: '104-110',
    issued: { 'date-parts': [[year]] },
  },
}));

const nameIn = (template: Readonly<Record<string, unknown>>): string => {
  const { name } = template as { name?: { en?: unknown } };
  return typeof name?.en === 'string' ? name.en : '';
};

const NOTHING_CHANGED = {
  en: 'Nothing was kept. Change what is named, then keep it again.',
  fr: 'Rien n’a été gardé. Corrigez ce qui est nommé, puis gardez-le de nouveau.',
};

const NOTHING_IMPORTED = {
  en: 'Nothing was imported. Ask whoever made it for another copy, or correct the place that is named.',
  fr: 'Rien n’a été importé. Demandez une autre copie à son auteur, ou corrigez l’endroit indiqué.',
};

const noStyle = (style: string) =>
  problem(
    'template.style',
    {
      en: `There is no citation style “${style}” on this computer.`,
      fr: `Il n’y a pas de style de citation «\u00a0${style}\u00a0» sur cet ordinateur.`,
    },
    {
      en: 'Nothing was kept. Choose a style by its name in the list.',
      fr: 'Rien n’a été gardé. Choisissez un style par son nom dans la liste.',
    },
  );

const gone = () =>
  problem(
    'template.missing',
    { en: 'This template is not on this computer.', fr: 'Ce modèle n’est pas sur cet ordinateur.' },
    { en: 'Nothing was written. Keep a copy of it first.', fr: 'Rien n’a été écrit. Gardez-en d’abord une copie.' },
  );
