import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedText } from '../../../core/report/changed-text.ts';
import type { Block, Part } from '../../../core/report/document.ts';
import { apply, type Op } from '../../../core/report/ops.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { canonicalJson, writeReport } from '../../../core/report/write.ts';
import { readJournal } from '../../../host/documents/journal.ts';
import { readPack } from '../../../host/documents/pack.ts';
import { chance, pick } from '../../renderer/editor/random.ts';
import { blank, documentsIn, folderForTests, writing } from './folder.ts';

const folder = folderForTests();
let count = 0;
function home() {
  const path = join(folder, `home-${++count}`);
  return { path, documents: documentsIn(path) };
}

const p = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const discussion = (...children: Block[]): Part => ({ type: 'part', key: 'discussion', children });
const long = discussion(...Array.from({ length: 200 }, (_, at) => p(`Paragraph ${at} of a long discussion.`)));
const whole = (value: Part): Op => ({ set: 'part', key: value.key, value });

function told(before: Part, now: Part): Op {
  const change = changedText(before, now);
  if (!change) throw new Error('nothing that can be told');
  return change;
}

/** A part with something done to it by chance. */
function edited(part: Part, random: () => number, step: number): Part {
  const at = Math.floor(random() * part.children.length);
  const block = part.children[at] as Block;
  const children = pick(random, [
    () => part.children.with(at, p(`Typed at ${step}`)),
    () => part.children.with(at, { ...block, children: [{ text: `Letters of ${step}, « été » ` }] } as Block),
    () => part.children.toSpliced(at, 0, p(`New ${step}`), p('\ud83e\ude78 and a lone \ud800 half')),
    () => (part.children.length < 3 ? part.children.with(at, p('left')) : part.children.toSpliced(at, 2)),
  ])();
  return { ...part, children };
}

describe('text told as what changed', () => {
  it('after a kill at any moment all that was acknowledged is there, as if whole parts had been sent', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const random = chance(seed);
      const { path, documents } = home();
      const { document } = await documents.create(blank(), new Map());
      let part = long;
      let byParts: CaseReport = apply(blank(), whole(part)).report;
      await documents.apply(document, 0, [whole(part)]);
      for (let step = 1; step <= 12; step++) {
        const now = edited(part, random, step);
        expect(await documents.apply(document, step, [told(part, now)])).toMatchObject({ ok: true });
        byParts = apply(byParts, whole(now)).report;
        part = now;
        const kept = await readJournal(join(path, document));
        expect(kept?.revision).toBe(step + 1);
        expect(canonicalJson(kept?.report)).toBe(canonicalJson(byParts));
      }
      const file = join(path, 'saved.casereport');
      await documents.save(document, file, true);
      const saved = readPack(readFileSync(file), 'saved.casereport');
      expect(saved.ok && writeReport(saved.value.report)).toBe(writeReport(byParts));
    }
  });

  it('costs the journal what was typed, not what it was typed into', async () => {
    const { path, documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [whole(long)]);
    const size = () => statSync(join(path, document, 'journal.jsonl')).size;
    const before = size();
    const now = { ...long, children: long.children.with(100, p('A few words.')) };
    await documents.apply(document, 1, [told(long, now)]);
    expect(size() - before).toBeLessThan(400);
  });

  it('made on another text than the one kept it is refused, and the whole part then goes in', async () => {
    const { path, documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('What the host has')]);
    const now = { ...long, children: long.children.with(0, p('Typed')) };
    expect(await documents.apply(document, 1, [told(long, now)])).toMatchObject({
      ok: false,
      problem: { code: 'report.unfit' },
    });
    expect((await readJournal(join(path, document)))?.revision).toBe(1);
    expect(await documents.apply(document, 1, [whole(now)])).toMatchObject({ ok: true, value: { revision: 2 } });
  });

  it('in a journal where it does not fit is not believed, nor what follows it', async () => {
    const { path, documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [whole(long)]);
    const typed = { ...long, children: long.children.with(0, p('Typed')) };
    await documents.apply(document, 1, [told(long, typed)]);
    const file = join(path, document, 'journal.jsonl');
    const line = (entry: unknown) => {
      const text = canonicalJson(entry);
      return `${createHash('sha256').update(text).digest('hex').slice(0, 16)} ${text}\n`;
    };
    writeFileSync(file, readFileSync(file, 'utf8') + line({ revision: 3, at: 1, ops: [told(long, typed)] }));
    expect((await readJournal(join(path, document)))?.revision).toBe(2);
  });
});
