import { Editor } from 'slate';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../../core/report/document.ts';
import { textOf } from '../../../core/report/text.ts';
import { moveText } from '../../../renderer/editor/structure/moving.ts';
import { createTimeline } from '../../../renderer/session/timeline.ts';
import { chance, pick } from './random.ts';
import { blocksOf, citation, editorWith, everything, paragraph, parts } from './sample.ts';
import { faultsOf } from './soundness.ts';

function editorOf(value: Part[]) {
  const editor = editorWith(value);
  const timeline = createTimeline({ editor, applyData: op => op, labels: { typing: '', edit: '' } });
  editor.asOne = change => timeline.transact('move', change);
  return { editor, timeline };
}

const at = (part: number, offset: number, block = 0, inline = 0) => ({ path: [part, block, inline], offset });

describe('text that is dragged', () => {
  const some = () => parts({ introduction: [paragraph('alpha beta gamma')], discussion: [paragraph('one two')] });
  const words = (editor: ReturnType<typeof editorOf>['editor']) =>
    (['introduction', 'discussion'] as const).map(key => blocksOf(editor, key).map(textOf).join('|'));
  const indexes = (value: readonly Part[]) =>
    ['introduction', 'discussion'].map(key => value.findIndex(part => part.key === key)) as [number, number];

  it('goes within its line and into another part, as one step; a copy leaves it where it is', () => {
    const { editor, timeline } = editorOf(some());
    const [introduction, discussion] = indexes(editor.children as Part[]);
    const beta = { anchor: at(introduction, 6), focus: at(introduction, 11) };
    moveText(editor, beta, at(introduction, 16), false);
    expect(words(editor)).toEqual(['alpha gammabeta ', 'one two']);
    timeline.undo();
    moveText(editor, beta, at(discussion, 4), false);
    expect(words(editor)).toEqual(['alpha gamma', 'one beta two']);
    timeline.undo();
    moveText(editor, beta, at(discussion, 4), true);
    expect(words(editor)).toEqual(['alpha beta gamma', 'one beta two']);
    timeline.undo();
    expect(editor.children).toEqual(some());
    expect(timeline.depth).toBe(0);
    // Dropped onto itself, nothing happens.
    expect(moveText(editor, beta, at(introduction, 8), false)).toBe(false);
    expect(timeline.depth).toBe(0);
  });

  it('takes a citation with it, with its own id', () => {
    const { editor } = editorOf(
      parts({ introduction: [paragraph('as known', citation('c1', 'r1'), ' so')], discussion: [paragraph('one')] }),
    );
    const [introduction, discussion] = indexes(editor.children as Part[]);
    moveText(editor, { anchor: at(introduction, 3), focus: at(introduction, 1, 0, 2) }, at(discussion, 3), false);
    expect(blocksOf(editor, 'introduction').map(textOf)).toEqual(['as so']);
    expect(JSON.stringify(blocksOf(editor, 'discussion'))).toContain('"id":"c1"');
  });

  it.each([1, 2, 3])('leaves a sound document and undoes to what was, wherever it goes (%i)', seed => {
    const random = chance(seed);
    for (let round = 0; round < 20; round++) {
      const { editor, timeline } = editorOf(everything());
      const before = structuredClone(editor.children);
      const texts = () => [...Editor.nodes(editor, { at: [], match: node => 'text' in node, voids: true })];
      const point = () => {
        const [node, path] = pick(random, texts()) as unknown as [{ text: string }, number[]];
        return { path, offset: Math.floor(random() * (node.text.length + 1)) };
      };
      moveText(editor, { anchor: point(), focus: point() }, point(), random() < 0.3);
      expect(faultsOf(editor)).toEqual([]);
      while (timeline.depth > 0) timeline.undo();
      expect(editor.children).toEqual(before);
    }
  });
});
