/** An article that is pasted whole: its headings say into which parts of the report it goes. */
import { foldLetters } from '../../../core/folding.ts';
import type { Block, PartKey } from '../../../core/report/document.ts';
import { isFloating } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';

/** What follows a heading that names a part, up to the next one; `null` stays where the caret is. */
export interface Stretch {
  readonly key: PartKey | 'references' | null;
  readonly blocks: readonly Block[];
}

/** What articles call the parts of a case report, in English and French, without accents and numbers. */
const NAMES: Readonly<Record<Exclude<PartKey, 'title'> | 'references', readonly string[]>> = {
  'abstract:fr': ['resume'],
  'abstract:en': ['abstract', 'summary'],
  introduction: ['introduction', 'background'],
  observation: [
    'observation',
    'observations',
    'cas',
    'cas clinique',
    'observation clinique',
    'presentation du cas',
    'description du cas',
    'patient et observation',
    'patiente et observation',
    'case',
    'case report',
    'case presentation',
    'case description',
    'case history',
    'patient and observation',
  ],
  discussion: ['discussion', 'commentaires', 'discussion et conclusion', 'discussion and conclusion'],
  conclusion: ['conclusion', 'conclusions'],
  consent: [
    'consentement',
    'consentement du patient',
    'consentement eclaire',
    'consent',
    'patient consent',
    'informed consent',
    'consent for publication',
    'patient consent for publication',
  ],
  ethics: ['ethique', 'considerations ethiques', 'ethics', 'ethics statement', 'ethics approval', 'ethical approval'],
  funding: ['financement', 'financements', 'source de financement', 'sources de financement', 'funding'],
  conflicts: [
    'conflit d’interets',
    'conflits d’interets',
    'lien d’interets',
    'liens d’interets',
    'declaration de liens d’interets',
    'declaration d’interets',
    'conflict of interest',
    'conflicts of interest',
    'competing interests',
    'declaration of interest',
    'declaration of competing interest',
    'disclosures',
  ],
  contributions: [
    'contribution des auteurs',
    'contributions des auteurs',
    'author contributions',
    'authors’ contributions',
    'contributors',
  ],
  acknowledgements: ['remerciements', 'acknowledgements', 'acknowledgments', 'acknowledgement'],
  perspective: ['point de vue du patient', 'patient perspective', 'patient’s perspective'],
  references: ['references', 'bibliographie', 'references bibliographiques', 'bibliography'],
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([key, names]) => names.map(name => [name, key as PartKey | 'references'])),
);

/** Sections of the text: two of them make an article. */
const SECTIONS: ReadonlySet<string> = new Set(['introduction', 'observation', 'discussion', 'conclusion']);

/** No heading is longer (characters). */
const LONGEST = 60;

/** Which part a block names: a heading, or a line that holds the name alone, as where a heading is only set in bold. */
function namedBy(block: Block): PartKey | 'references' | null {
  if (block.type !== 'heading' && block.type !== 'paragraph') return null;
  const line = textOf(block).trim();
  if (line === '' || line.length > LONGEST) return null;
  const name = foldLetters(line)
    .replace(/'/g, '’')
    .replace(/^(?:[ivx]{1,4}|\d{1,2}|[a-h])(?:[.)]|\s*[-–—]|\s)\s*/, '')
    .replace(/\s*[:.]$/, '')
    .replace(/\s+/g, ' ');
  return BY_NAME.get(name) ?? null;
}

const isAbstractKey = (key: Stretch['key']) => key?.startsWith('abstract:') === true;
const isStatement = (key: Stretch['key']) =>
  key !== null && key !== 'references' && !SECTIONS.has(key) && !isAbstractKey(key);

/**
 * The stretches of an article, in its order; null where the blocks are no article, so that they stay together where they
 * were pasted. The heading goes, that of the references stays over them. Headings of a structured abstract stay in it: those that name a section which comes again.
 */
export function articleIn(blocks: readonly Block[]): readonly Stretch[] | null {
  const named = blocks.map(namedBy);
  if (new Set(named.filter(key => key !== null && SECTIONS.has(key))).size < 2) return null;
  const stretches: { key: Stretch['key']; blocks: Block[] }[] = [{ key: null, blocks: [] }];
  blocks.forEach((block, index) => {
    const now = stretches.at(-1);
    const key = named[index] ?? null;
    const isOfAbstract = isAbstractKey(now?.key ?? null) && key !== null && named.indexOf(key, index + 1) >= 0;
    if (key !== null && !isOfAbstract) stretches.push({ key, blocks: key === 'references' ? [block] : [] });
    // A statement is a few lines: legends and tables behind it belong to the article's end.
    else if (now && isStatement(now.key) && (isFloating(block) || block.type === 'heading'))
      stretches.push({ key: 'references', blocks: [block] });
    else now?.blocks.push(block);
  });
  return stretches.filter(({ blocks: its }) => its.length > 0);
}
