import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../core/outcome.ts';
import { writeReport } from '../../../core/report/write.ts';
import { MIME_TYPE, packReport, readPack } from '../../../host/documents/pack.ts';
import { blank } from './folder.ts';

const image = strToU8('not really an image, but bytes all the same');
const name = `${createHash('sha256').update(image).digest('hex')}.jpg`;
const report = { ...blank(), assets: [{ name, type: 'image/jpeg' as const, width: 1, height: 1, size: image.length }] };
const packed = packReport(report, new Map([[name, image]]));

const problemOf = (read: Outcome<unknown>) => {
  if (read.ok) throw new Error('it was read');
  return read.problem;
};
const repacked = (json: string, extra: Record<string, Uint8Array> = {}) =>
  zipSync({ mimetype: [strToU8(MIME_TYPE), { level: 0 }], 'report.json': strToU8(json), ...extra });

describe('what is written', () => {
  it('names its type in the first bytes, stored', () => {
    expect(strFromU8(packed.subarray(30, 38))).toBe('mimetype');
    expect(strFromU8(packed.subarray(38, 38 + MIME_TYPE.length))).toBe(MIME_TYPE);
  });

  it('is the same bytes for the same report', () => {
    expect(Buffer.compare(packed, packReport(structuredClone(report), new Map([[name, image]])))).toBe(0);
  });

  it('is read again as it was', () => {
    const read = readPack(packed, 'a.casereport');
    if (!read.ok) throw new Error(read.problem.message.en);
    expect(writeReport(read.value.report)).toBe(writeReport(report));
    expect(read.value.assets.get(name)).toEqual(image);
    expect(read.value.warnings).toEqual([]);
  });
});

describe('what is damaged is named, with the file and the place', () => {
  it('an end that is missing', () => {
    const problem = problemOf(readPack(packed.subarray(0, packed.length - 60), 'cut.casereport'));
    expect(problem).toMatchObject({ code: 'file.truncated', where: 'cut.casereport' });
    expect(problem.message.en).toContain('cut.casereport');
  });

  it('something that is no archive', () => {
    expect(problemOf(readPack(strToU8('Dear colleague'), 'letter.casereport')).code).toBe('file.not-zip');
  });

  it('an archive without a report', () => {
    expect(problemOf(readPack(zipSync({ 'word.xml': strToU8('x') }), 'a.docx')).code).toBe('file.no-report');
  });

  it('a schema of the future', () => {
    const later = JSON.stringify({ ...JSON.parse(writeReport(report)), version: 99 });
    const problem = problemOf(readPack(repacked(later), 'new.casereport'));
    expect(problem).toMatchObject({ code: 'report.version', where: 'new.casereport › report.json › version' });
    expect(problem.hint.en).toContain('unchanged');
  });

  it('a report whose JSON is broken', () => {
    expect(problemOf(readPack(repacked('{"format":'), 'b.casereport'))).toMatchObject({
      code: 'report.json',
      where: 'b.casereport › report.json',
    });
  });

  it('an image whose bytes are not those of its name, and one that is missing: the text comes in', () => {
    const other = readPack(repacked(writeReport(report), { [`assets/${name}`]: strToU8('changed') }), 'c.casereport');
    const without = readPack(repacked(writeReport(report)), 'd.casereport');
    for (const read of [other, without]) {
      if (!read.ok) throw new Error(read.problem.message.en);
      expect(read.value.assets.size).toBe(0);
      expect(read.value.warnings.map(({ code }) => code)).toEqual(['file.image']);
    }
  });
});

describe('what is unknown is kept', () => {
  it('a top-level part is written back', () => {
    const json = JSON.stringify({ ...JSON.parse(writeReport(blank())), comments: [{ text: 'Well written' }] });
    const read = readPack(repacked(json), 'e.casereport');
    if (!read.ok) throw new Error(read.problem.message.en);
    expect(read.value.warnings.map(({ where }) => where)).toEqual(['e.casereport › comments']);
    const again = unzipSync(packReport(read.value.report, read.value.assets))['report.json'] as Uint8Array;
    expect(JSON.parse(strFromU8(again)).comments).toEqual([{ text: 'Well written' }]);
  });

  it('the letters of a block of another kind stay as a paragraph, and its place is said', () => {
    const data = JSON.parse(writeReport(blank()));
    data.parts.find((part: { key: string }) => part.key === 'observation').children = [
      { type: 'paragraph', children: [{ text: 'Before' }] },
      { type: 'video', address: 'x', children: [{ text: 'Watch this' }] },
    ];
    const read = readPack(repacked(JSON.stringify(data)), 'f.casereport');
    if (!read.ok) throw new Error(read.problem.message.en);
    const part = read.value.report.parts.find(({ key }) => key === 'observation');
    expect(part?.children).toEqual([
      { type: 'paragraph', children: [{ text: 'Before' }] },
      { type: 'paragraph', children: [{ text: 'Watch this' }] },
    ]);
    expect(read.value.warnings[0]?.where).toBe('f.casereport › parts › observation › 2');
  });

  it('names that lead out of the archive are never read', () => {
    const read = readPack(
      repacked(writeReport(blank()), { '../../evil.jpg': image, 'assets/../x.jpg': image }),
      'g.casereport',
    );
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect([...read.value.assets.keys()]).toEqual([]);
  });
});

it.each(['calciphylaxis', 'ttp'])('opening, saving and opening %s again gives the same bytes of JSON', example => {
  const file = join(import.meta.dirname, '..', '..', '..', 'examples', example, `${example}.casereport`);
  const bytes = readFileSync(file);
  const before = unzipSync(bytes)['report.json'] as Uint8Array;
  const read = readPack(bytes, example);
  if (!read.ok) throw new Error(read.problem.message.en);
  const after = unzipSync(packReport(read.value.report, read.value.assets))['report.json'] as Uint8Array;
  expect(Buffer.compare(before, after)).toBe(0);
});
