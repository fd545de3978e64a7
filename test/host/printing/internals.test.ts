import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { fontFiles } from '../../../host/printing/file/fonts.ts';

/**
 * The functions of pdfmake and pdfkit that host/printing overrides, calls around or copies from, by class. When an
 * upgrade changes one, read what changed, correct ours if need be, and only then renew internals.json:
 * `npx vitest run test/host/printing/internals.test.ts -u`
 */
const pdfmakeMethods: Readonly<Record<string, readonly string[]>> = {
  LayoutBuilder: [
    'tryLayoutDocument',
    'processNode',
    'processLeaf',
    'processRow',
    'processTable',
    'processColumns',
    'processList',
    'processToc',
    'processVerticalContainer',
    'snakingAwarePageBreak',
    'addDynamicRepeatable',
    'addHeadersAndFooters',
    'addWatermark',
  ],
  ElementWriter: ['addLine', 'alignLine', 'addFragment', 'addImage', 'addSVG', 'addVector', 'pushContext'],
  PageElementWriter: [
    'moveToNextPage',
    'moveToNextColumn',
    'commitUnbreakableBlock',
    'currentBlockToRepeatable',
    '_fitOnPage',
  ],
  DocumentContext: [
    'beginColumn',
    'completeColumnGroup',
    'moveToNextColumn',
    'resetSnakingColumnsForNewPage',
    'addMargin',
  ],
  TableProcessor: ['beginTable', 'beginRow', 'endRow'],
  Line: ['addInline', 'getWidth', 'clone', 'getHeight', 'getAscenderHeight'],
  TextInlines: ['buildInlines', 'measure', 'widthOfText'],
  TextBreaker: ['getBreaks'],
  DocMeasure: [
    'measureLeaf',
    'measureToc',
    'measureSVG',
    'measureImage',
    'measureOrderedList',
    'measureUnorderedList',
    'buildOrderedMarker',
    'buildUnorderedMarker',
  ],
  DocPreprocessor: ['preprocessText', 'preprocessNode', 'preprocessBlock', 'preprocessSVG'],
  Renderer: [
    'renderPages',
    'renderLine',
    'renderVector',
    'renderImage',
    'renderSVG',
    'renderWatermark',
    'beginClip',
    'beginVerticalAlignment',
  ],
  TextDecorator: ['drawBackground', 'drawDecorations'],
  StyleContextStack: ['autopush', 'getProperty'],
  PDFDocument: ['provideFont', 'provideImage', 'getFontFile', 'resolveColor', 'validateLocalFile'],
};

const pdfkitMethods = [
  'addPage',
  'addContent',
  'addNamedDestination',
  'annotate',
  'end',
  'endMarkings',
  'endMetadata',
  'flushPages',
  'font',
  'getStructTreeRoot',
  'goTo',
  'image',
  'initMarkings',
  'link',
  'openImage',
  'ref',
  'restore',
  'save',
  'translate',
  '_addInfo',
  '_doOpacity',
  '_finalize',
  '_refEnd',
  '_write',
];

const require = createRequire(import.meta.url);

test('pdfmake, pdfkit and fontkit are inside as they were when our typesetter was written on them', async () => {
  const found: Record<string, string> = {};
  for (const name of ['pdfmake', 'pdfkit', 'fontkit']) {
    const manifest = readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), 'utf8');
    found[name] = (JSON.parse(manifest) as { version: string }).version;
  }
  const note = (owner: string, prototype: object, methods: readonly string[]): void => {
    for (const method of methods) {
      const source = (prototype as Record<string, unknown>)[method];
      expect(typeof source, `${owner}.${method}`).toBe('function');
      found[`${owner}.${method}`] = createHash('sha1').update(String(source)).digest('hex').slice(0, 12);
    }
  };
  for (const [owner, methods] of Object.entries(pdfmakeMethods)) {
    const module = require(`pdfmake/js/${owner}`) as { default: { prototype: object } };
    note(owner, module.default.prototype, methods);
  }
  const PdfKit = require('pdfkit') as { new (): { ref(): object }; prototype: object };
  note('pdfkit', PdfKit.prototype, pdfkitMethods);
  const fontkit = require('fontkit') as { openSync(file: string): object };
  const face = fontkit.openSync(fontFiles().normal);
  note('fontkit', face, ['getGlyph', '_getBaseGlyph', 'layout']);
  note('PDFReference', Object.getPrototypeOf(new PdfKit().ref()) as object, ['write', 'end', 'finalize']);
  note('svg-to-pdfkit', { whole: require('pdfmake/js/3rd-party/svg-to-pdfkit/source.js') }, ['whole']);
  await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot('internals.json');
});
