/**
 * Styles that the user adds as .csl files: checked, kept in the user's own folder, and put whole into templates that use them, so that
 * a report prints alike elsewhere. A style is data: it is read as elements and given to the engine, and nothing of it is run or fetched.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeText } from '../../core/encoding.ts';
import { decodeEntities } from '../../core/formats/entities.ts';
import { done, failed, type Outcome, problem, type Words } from '../../core/outcome.ts';
import { writeAtomically, writeProblem } from '../documents/files.ts';
import { styleNamed } from './styles.ts';
import { styleXml } from './writing.ts';

/** Names of added styles begin so; none of the CSL project does. */
const ADDED = 'added-';

/** Largest file that is taken (bytes); the largest of the CSL project have 200,000. */
const LARGEST = 1_000_000;

export interface OwnStyle {
  /** As a template names it. */
  readonly id: string;
  /** Its title. */
  readonly name: string;
  /** An independent style; of one that names another, that other. */
  readonly csl: string;
}

export interface OwnStyles {
  list(): Promise<readonly OwnStyle[]>;
  /** Checks a file and keeps it; one that is here already is found again. */
  add(file: string, bytes: Uint8Array): Promise<Outcome<OwnStyle>>;
}

export const isAdded = (style: string): boolean => style.startsWith(ADDED);

type Element = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
});

const first = (element: unknown): Element | undefined => {
  const one = Array.isArray(element) ? element[0] : element;
  return typeof one === 'object' && one !== null ? (one as Element) : undefined;
};

/** A style read from the text of a file: its title, and an independent style as text. */
export function checkedStyle(text: string, file: string): Outcome<Pick<OwnStyle, 'name' | 'csl'>> {
  const refused = (message: Words, hint: Words = ASK) => failed(problem('style.invalid', message, hint, file));
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refused(DECLARES);
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { line } = valid.err;
    return refused({
      en: `The file is not well-formed XML: it breaks in line ${line}.`,
      fr: `Le fichier n’est pas du XML bien formé\u00a0: il se rompt à la ligne ${line}.`,
    });
  }
  const style = first((parser.parse(text) as Element).style);
  if (style?.['@xmlns'] !== 'http://purl.org/net/xbiblio/csl') return refused(NO_CSL);
  const info = first(style.info);
  const title = info?.title;
  const words = typeof title === 'object' && title !== null ? (title as Element)['#text'] : title;
  const name = decodeEntities(String(words ?? '').trim()).slice(0, 200);
  if (name === '') return refused(NO_TITLE);

  const links = [info?.link].flat().filter((link): link is Element => typeof link === 'object' && link !== null);
  const parent = links.find(link => link['@rel'] === 'independent-parent')?.['@href'];
  if (parent !== undefined) {
    const id = String(parent).split('/').at(-1) ?? '';
    const found = styleNamed(id);
    if (!found) return refused(noParent(name, id), ADD_PARENT);
    return done({ name, csl: styleXml(found, id) });
  }
  if (!first(style.citation)?.layout) return refused(lacks(name, 'citation'));
  const inNotes = style['@class'] === 'note';
  if (!inNotes && !first(style.bibliography)?.layout) return refused(lacks(name, 'bibliography'));
  const bare = text.replace(/<!--[\s\S]*?-->/g, '');
  const named = (attribute: RegExp) => [...bare.matchAll(attribute)].map(([, , name]) => name as string);
  const macros = new Set(named(/<macro\b[^>]*?\sname=(["'])(.*?)\1/g));
  const missing = named(/\smacro=(["'])(.*?)\1/g).find(macro => !macros.has(macro));
  if (missing !== undefined) return refused(noMacro(name, missing));
  return done({ name, csl: text });
}

/** Styles in a folder, which is made when first written to. `prints` says whether the engine can print with one. */
export function createOwnStyles(folder: string, prints: (style: OwnStyle) => Promise<boolean>): OwnStyles {
  const idOf = (text: string) => `${ADDED}${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  async function list(): Promise<readonly OwnStyle[]> {
    const names = await readdir(folder).catch(() => [] as string[]);
    const read = names
      .filter(name => name.endsWith('.csl'))
      .sort()
      .map(async name => {
        const text = await readFile(join(folder, name), 'utf8').catch(() => '');
        const checked = checkedStyle(text, name);
        return checked.ok ? [{ id: name.slice(0, -'.csl'.length), ...checked.value }] : [];
      });
    return (await Promise.all(read)).flat();
  }
  return {
    list,
    async add(file, bytes) {
      if (bytes.length > LARGEST) return failed(problem('style.invalid', TOO_LARGE, ASK, file));
      const text = decodeText(bytes).text;
      const checked = checkedStyle(text, file);
      if (!checked.ok) return checked;
      const style = { id: idOf(text), ...checked.value };
      if (!(await prints(style))) return failed(problem('style.invalid', CANNOT_PRINT, ASK, file));
      const path = join(folder, `${style.id}.csl`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeAtomically(path, text);
      } catch (error) {
        return failed(writeProblem(path, error));
      }
      return done(style);
    },
  };
}

const ASK: Words = {
  en: 'Nothing was added. Take the style from zotero.org/styles or from the journal again, or choose one by its name.',
  fr: 'Rien n’a été ajouté. Reprenez le style sur zotero.org/styles ou chez la revue, ou choisissez-en un par son nom.',
};
const ADD_PARENT: Words = {
  en: 'Nothing was added. Add the file of that style instead: it holds the rules.',
  fr: 'Rien n’a été ajouté. Ajoutez plutôt le fichier de ce style-là\u00a0: il contient les règles.',
};
const DECLARES: Words = {
  en: 'The file declares entities or a document type, which no citation style needs.',
  fr: 'Le fichier déclare des entités ou un type de document, dont aucun style de citation n’a besoin.',
};
const NO_CSL: Words = {
  en: 'The file is XML, but not a citation style (CSL 1.0).',
  fr: 'Le fichier est du XML, mais pas un style de citation (CSL 1.0).',
};
const NO_TITLE: Words = {
  en: 'The style has no title.',
  fr: 'Le style n’a pas de titre.',
};
const TOO_LARGE: Words = {
  en: 'The file is larger than any citation style.',
  fr: 'Le fichier est plus grand que tout style de citation.',
};
const CANNOT_PRINT: Words = {
  en: 'The style is written as one, but nothing can be printed with it.',
  fr: 'Le style en a la forme, mais rien ne peut être imprimé avec lui.',
};
const noParent = (name: string, parent: string): Words => ({
  en: `“${name}” only points at the style “${parent}”, which is not known here.`,
  fr: `«\u00a0${name}\u00a0» ne fait que renvoyer au style «\u00a0${parent}\u00a0», qui n’est pas connu ici.`,
});
const noMacro = (name: string, macro: string): Words => ({
  en: `“${name}” uses the macro “${macro}”, which it does not hold.`,
  fr: `«\u00a0${name}\u00a0» utilise la macro «\u00a0${macro}\u00a0», qu’il ne contient pas.`,
});
const lacks = (name: string, part: 'citation' | 'bibliography'): Words =>
  part === 'citation'
    ? {
        en: `“${name}” does not say how citations are printed.`,
        fr: `«\u00a0${name}\u00a0» ne dit pas comment imprimer les appels.`,
      }
    : {
        en: `“${name}” does not say how the list of references is printed.`,
        fr: `«\u00a0${name}\u00a0» ne dit pas comment imprimer la liste des références.`,
      };
