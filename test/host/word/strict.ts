/**
 * The order of elements that Word insists on (ECMA-376 part 1, annex A: the sequences of WordprocessingML and DrawingML), for what
 * our files hold. Word "repairs" a file that has a right element in a wrong place; other programs do not mind.
 */
import { type Element, parseXml } from '../../../host/word/read/xml.ts';

/** Children by their parent, in the order in which they may stand; each but the last-named kinds at most once. */
const SEQUENCES: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns cellDel cellMerge tcPrChange',
  'w:sectPr':
    'headerReference* footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*',
  'w:styles': 'docDefaults latentStyles style*',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:numbering': 'numPicBullet* abstractNum* num* numIdMacAtCleanup',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl*',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:num': 'abstractNumId lvlOverride*',
  'w:lvlOverride': 'startOverride lvl',
  'w:numPr': 'ilvl numId numberingChange ins',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tcBorders': 'top start left bottom end right insideH insideV tl2br tr2bl',
  'w:tblCellMar': 'top left start bottom right end',
  'w:tcMar': 'top left start bottom right end',
  'w:tbl': 'bookmarkStart* bookmarkEnd* tblPr tblGrid tr*',
  'w:tr': 'tblPrEx trPr tc*',
  'w:sdt': 'sdtPr sdtEndPr sdtContent',
  'w:sdtPr':
    'rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex w15:appearance equation comboBox date docPartObj dropDownList picture richText text citation group bibliography',
  'w:settings':
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats captions shapeDefaults decimalSymbol listSeparator',
  'wp:inline': 'wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic',
  'pic:pic': 'pic:nvPicPr pic:blipFill pic:spPr',
  'pic:blipFill': 'a:blip a:srcRect a:stretch a:tile',
  'w:body': 'p* sectPr',
  'w:comment': 'p*',
};

interface Place {
  readonly name: string;
  readonly many: boolean;
}

const qualified = (name: string) => (name.includes(':') ? name : `w:${name}`);
const ORDER: ReadonlyMap<string, readonly Place[]> = new Map(
  Object.entries(SEQUENCES).map(([parent, list]) => [
    parent,
    list.split(' ').map(name => ({ name: qualified(name.replace('*', '')), many: name.endsWith('*') })),
  ]),
);

/** Elements that may stand anywhere among others. */
const ANYWHERE =
  /^w:(?:bookmark(?:Start|End)|comment(?:RangeStart|RangeEnd)|proofErr|move(?:From|To)Range(?:Start|End)|perm(?:Start|End))$/;
/** What may stand where a paragraph may. */
const BLOCKS = new Set(['w:p', 'w:tbl', 'w:sdt', 'w:customXml', 'w:ins', 'w:del', 'w:altChunk']);
/** Of these the properties come first. */
const PROPERTIES: Readonly<Record<string, string>> = {
  'w:p': 'w:pPr',
  'w:r': 'w:rPr',
  'w:tc': 'w:tcPr',
};

/** The root of an XML text. */
export function rootOf(xml: string): Element {
  const root = parseXml(xml);
  if (!root) throw new Error('no root');
  return root;
}

/** Elements that stand where Word does not take them, by name and place. */
export function misplaced(part: string, xml: string): readonly string[] {
  const faults: string[] = [];
  visit(rootOf(xml), part, faults);
  return faults;
}

function visit(node: Element, where: string, faults: string[]): void {
  const elements = node.children.filter(({ name }) => name !== '#text');
  const place = `${where} ${node.name}`;
  const order = ORDER.get(node.name);
  if (order) inOrder(elements, node.name, order, place, faults);
  const properties = PROPERTIES[node.name];
  if (properties !== undefined) {
    const at = elements.findIndex(({ name }) => name === properties);
    if (at > 0) faults.push(`${place}: ${properties} is not the first`);
  }
  if (node.name === 'w:tc' && elements.at(-1)?.name !== 'w:p') faults.push(`${place}: a cell ends in no paragraph`);
  if (node.name === 'w:t' && elements.length > 0) faults.push(`${place}: letters hold elements`);
  for (const child of elements) visit(child, where, faults);
}

function inOrder(
  elements: readonly Element[],
  parent: string,
  order: readonly Place[],
  place: string,
  faults: string[],
): void {
  let at = 0;
  const seen = new Set<string>();
  for (const { name: stated } of elements) {
    if (ANYWHERE.test(stated)) continue;
    const name = (parent === 'w:body' || parent === 'w:comment') && BLOCKS.has(stated) ? 'w:p' : stated;
    const found = order.findIndex(entry => entry.name === name);
    if (found < 0) faults.push(`${place}: ${name} does not belong there`);
    else if (found < at) faults.push(`${place}: ${name} comes too late`);
    else if (seen.has(name) && !order[found]?.many) faults.push(`${place}: ${name} twice`);
    if (found >= 0) at = Math.max(at, found);
    seen.add(name);
  }
}
