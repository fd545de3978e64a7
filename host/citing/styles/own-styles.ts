/**
 * Styles that the user adds as .csl files: checked, kept in the user's own folder, and put whole into templates that use them, so that
 * a report prints alike elsewhere. A style is data: it is read as elements and given to the engine, and nothing of it is run or fetched.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeText } from '../../../core/encoding.ts';
import { decodeEntities } from '../../../core/formats/entities.ts';
import { done, failed, type Outcome, problem, type Words } from '../../../core/outcome.ts';
import { writeAtomically, writeProblem } from '../../documents/files.ts';
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

/**
 * Names under which files point at a style that is here by another: former ones (renamed-styles.json of the CSL project), and those that
 * the project gave since.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ama: 'american-medical-association',
  apa5th: 'apa-5th-edition',
  asa: 'american-sociological-association',
  'bmj-vancouver': 'bmj',
  'chicago-note': 'chicago-note-bibliography',
  lancet: 'the-lancet',
  mhra: 'modern-humanities-research-association',
  mla: 'modern-language-association',
  'new-england-journal-of-medicine': 'the-new-england-journal-of-medicine',
  'nlm-citation-sequence': 'vancouver',
  'nlm-citation-sequence-brackets': 'vancouver-brackets',
  'nlm-citation-sequence-superscript': 'vancouver-superscript',
  'springer-protocols': 'springerprotocols',
  'taylor-and-francis-reference-style-f': 'taylor-and-francis-chicago-f',
};

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

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

/** The elements of a text; null where they nest deeper than any style's. */
function rootOf(text: string): Element | null {
  try {
    return parser.parse(text) as Element;
  } catch {
    return null;
  }
}

/** Comments say nothing, and leave lines where they are. */
const hidden = (comment: string) => comment.replace(/[^\n]/g, ' ');

/** A style read from the text of a file: its title, and an independent style as text. */
export function checkedStyle(text: string, file: string): Outcome<Pick<OwnStyle, 'name' | 'csl'>> {
  const refused = (message: Words, hint: Words = ASK) => failed(problem('style.invalid', message, hint, file));
  if (text.trim() === '') return refused(EMPTY);
  if (/<html[\s>]/i.test(text)) return refused(WEB_PAGE, SAVE_FILE);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refused(DECLARES);
  if (!/^[\s\ufeff]*</.test(text)) return refused(NO_XML);
  const valid = XMLValidator.validate(text);
  if (valid !== true) return refused(broken(valid.err.line));
  const entity = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/i.exec(text.replace(/<!--[\s\S]*?-->/g, hidden));
  if (entity) return refused(broken(text.slice(0, entity.index).split('\n').length));
  const root = rootOf(text);
  if (root === null) return refused(TOO_DEEP);
  if (first(root.locale)) return refused(LOCALE);
  const style = first(root.style);
  if (style?.['@xmlns'] !== NAMESPACE) return refused(NO_CSL);
  const version = String(style['@version'] ?? '1.0');
  if (!version.startsWith('1.')) return refused(otherVersion(version));
  const info = first(style.info);
  const title = info?.title;
  const words = typeof title === 'object' && title !== null ? (title as Element)['#text'] : title;
  const name = decodeEntities(String(words ?? '').trim()).slice(0, 200);
  if (name === '') return refused(NO_TITLE);

  const links = [info?.link].flat().filter((link): link is Element => typeof link === 'object' && link !== null);
  const parent = links.find(link => link['@rel'] === 'independent-parent')?.['@href'];
  if (parent !== undefined) {
    const named =
      String(parent)
        .split('/')
        .findLast(part => part !== '')
        ?.replace(/\.csl$/, '') ?? '';
    const id = Object.hasOwn(ELSEWHERE, named) ? (ELSEWHERE[named] as string) : named;
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

/** Elements of CSL 1.0.2, and those that the engine knows besides. */
const ELEMENTS = new Set(
  `style info locale style-options date terms term single multiple macro citation bibliography sort key layout intext text number
names name name-part et-al substitute label institution institution-part group choose if else-if else date-part conditions condition`.split(
    /\s+/,
  ),
);

/** Why nothing can be printed with a style that looks like one. */
function whyNot({ name, csl }: OwnStyle): Words {
  const bare = csl.replace(/<!--[\s\S]*?-->/g, '').replace(/<info[\s>][\s\S]*?<\/info>/g, '');
  const unknown = [...bare.matchAll(/<([a-z][\w:.-]*)/gi)]
    .map(([, one]) => one as string)
    .find(one => !ELEMENTS.has(one));
  if (unknown !== undefined) return unknownElement(name, unknown);
  const loop = macroLoop(bare);
  return loop === null ? CANNOT_PRINT : callsItself(name, loop);
}

/** A macro that calls itself, by way of others or not; null where none does. */
function macroLoop(text: string): string | null {
  const calls = new Map(
    [...text.matchAll(/<macro\b[^>]*?\sname=(["'])(.*?)\1[^>]*>([\s\S]*?)<\/macro>/g)].map(([, , name, inside]) => [
      name as string,
      [...(inside as string).matchAll(/\smacro=(["'])(.*?)\1/g)].map(([, , called]) => called as string),
    ]),
  );
  const reached = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const left = [from];
    for (let name = left.pop(); name !== undefined; name = left.pop())
      for (const called of calls.get(name) ?? []) {
        if (!seen.has(called)) left.push(called);
        seen.add(called);
      }
    return seen;
  };
  return [...calls.keys()].find(name => reached(name).has(name)) ?? null;
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
      if (!(await prints(style))) return failed(problem('style.invalid', whyNot(style), ASK, file));
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
const SAVE_FILE: Words = {
  en: 'Nothing was added. Save the style itself (on zotero.org/styles, press its name), not the page that shows it.',
  fr: 'Rien n’a été ajouté. Enregistrez le style lui-même (sur zotero.org/styles, appuyez sur son nom), et non la page qui le montre.',
};
const EMPTY: Words = { en: 'The file is empty.', fr: 'Le fichier est vide.' };
const WEB_PAGE: Words = {
  en: 'The file is a web page, not a citation style.',
  fr: 'Le fichier est une page web, pas un style de citation.',
};
const NO_XML: Words = {
  en: 'The file is not XML, which every citation style (.csl) is.',
  fr: 'Le fichier n’est pas du XML, ce qu’est tout style de citation (.csl).',
};
const broken = (line: number): Words => ({
  en: `The file is not well-formed XML: it breaks in line ${line}.`,
  fr: `Le fichier n’est pas du XML bien formé\u00a0: il se rompt à la ligne ${line}.`,
});
const TOO_DEEP: Words = {
  en: 'The elements of the file lie deeper in one another than those of any citation style.',
  fr: 'Les éléments du fichier sont emboîtés plus profondément que ceux de tout style de citation.',
};
const LOCALE: Words = {
  en: 'The file holds the terms of a language (a CSL locale), not a citation style: those of all languages are here already.',
  fr: 'Le fichier contient les termes d’une langue (locale CSL), pas un style de citation\u00a0: ceux de toutes les langues sont déjà là.',
};
const otherVersion = (version: string): Words => ({
  en: `The style is written in version ${version} of CSL; version 1.0 is read here.`,
  fr: `Le style est écrit dans la version ${version} de CSL\u00a0; la version 1.0 est lue ici.`,
});
const unknownElement = (name: string, element: string): Words => ({
  en: `“${name}” has an element “${element}”, which citation styles do not have: nothing can be printed with it.`,
  fr: `«\u00a0${name}\u00a0» contient un élément «\u00a0${element}\u00a0», que les styles de citation n’ont pas\u00a0: rien ne peut être imprimé avec lui.`,
});
const callsItself = (name: string, macro: string): Words => ({
  en: `The macro “${macro}” of “${name}” calls itself: nothing can be printed with it.`,
  fr: `La macro «\u00a0${macro}\u00a0» de «\u00a0${name}\u00a0» s’appelle elle-même\u00a0: rien ne peut être imprimé avec elle.`,
});
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
