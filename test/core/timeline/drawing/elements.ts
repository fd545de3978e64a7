import { expect } from 'vitest';

/** The names of a drawing's elements; fails where one is not closed or an attribute not quoted. */
export function elements(svg: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z0-9:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end, name, _attributes, own) => {
      if (end) expect(open.pop()).toBe(name);
      else {
        seen.push(name);
        if (!own) open.push(name);
      }
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  return seen;
}
