import { describe, expect, it } from 'vitest';
import { chosenAmong, leanSettings, withSeries } from '../../../renderer/editor/pickers/chart-settings.ts';

describe('what a chart shows', () => {
  it('what is as it would be anyway is not written down', () => {
    expect(leanSettings({ width: 'text', style: 'colour', layout: 'panels', breaks: 'none', lanes: [], log: [] })).toBe(
      undefined,
    );
    expect(leanSettings({ width: 'column', style: 'grey', time: 'weeks' })).toEqual({
      width: 'column',
      style: 'grey',
      time: 'weeks',
    });
  });

  it('lanes stand from top to bottom, in whatever order they were ticked', () => {
    expect(leanSettings({ lanes: ['images', 'events', 'phases'] })).toEqual({ lanes: ['phases', 'events', 'images'] });
  });

  it('no treatment at all is a choice, and kept', () => {
    expect(leanSettings({ lanes: ['treatments'], treatments: [] })).toEqual({ lanes: ['treatments'], treatments: [] });
  });

  it('a series goes to the end and keeps the others in their order', () => {
    const block = { type: 'chart' as const, id: 'c', series: ['a', 'b'], children: [] as never };
    expect(withSeries(block, 'c', true)).toEqual(['a', 'b', 'c']);
    expect(withSeries(block, 'a', false)).toEqual(['b']);
    expect(chosenAmong(['a', 'b', 'c'], ['c'], 'a', true)).toEqual(['a', 'c']);
  });
});
