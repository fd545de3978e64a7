/** Formats of tagged lines (MEDLINE, Refer, RefWorks), split into entries in one pass over the letters. */

export interface TaggedLine {
  readonly tag: string;
  /** With the lines that continue it; white space around it taken off. */
  value: string;
}

export interface TaggedEntry {
  /** From 1. */
  readonly line: number;
  /** As the file has it. */
  readonly text: string;
  readonly lines: readonly TaggedLine[];
}

/** Text between entries that belongs to none. */
export interface StrayText {
  readonly line: number;
  text: string;
}

export interface TaggedDialect {
  /** The tag and value of a line; null where it has none. `last` is the tag before it in the open entry, empty without one. */
  readonly tagOf: (line: string, last: string) => readonly [tag: string, value: string] | null;
  /** Whether a tag begins a new entry. */
  readonly begins: (tag: string, open: readonly TaggedLine[], afterBlank: boolean) => boolean;
  /** What stands between a value and a line that continues it; null where the line cannot continue it. */
  readonly joins: (last: TaggedLine, line: string, afterBlank: boolean) => string | null;
}

/** Every entry of a text, one after the other. Line ends of every kind are taken. What stands outside of them is put into `stray`. */
export function* scanTagged(source: string, dialect: TaggedDialect, stray: StrayText[]): Generator<TaggedEntry> {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  let open: { line: number; from: number; to: number; lines: TaggedLine[] } | null = null;
  let last: TaggedLine | null = null;
  let afterBlank = true;
  let strayOpen = false;
  for (let at = 0, number = 1; at < text.length; number++) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, end);
    const from = at;
    at = end + 1;
    if (line.trim() === '') {
      afterBlank = true;
      strayOpen = false;
      continue;
    }
    const tagged = dialect.tagOf(line, last?.tag ?? '');
    if (tagged) {
      if (open && dialect.begins(tagged[0], open.lines, afterBlank)) {
        yield entryOf(text, open);
        open = null;
      }
      open ??= { line: number, from, to: end, lines: [] };
      last = { tag: tagged[0], value: tagged[1].trim() };
      open.lines.push(last);
      open.to = end;
      strayOpen = false;
    } else {
      // What follows on a line that belongs nowhere does not belong to the field before it either.
      const joint = last && !strayOpen ? dialect.joins(last, line, afterBlank) : null;
      if (open && last && joint !== null) {
        last.value = last.value === '' ? line.trim() : last.value + joint + line.trim();
        open.to = end;
      } else if (strayOpen) {
        const before = stray.at(-1) as StrayText;
        before.text += `\n${line}`;
      } else {
        stray.push({ line: number, text: line });
        strayOpen = true;
      }
    }
    afterBlank = false;
  }
  if (open) yield entryOf(text, open);
}

const entryOf = (
  text: string,
  { line, from, to, lines }: { line: number; from: number; to: number; lines: TaggedLine[] },
): TaggedEntry => ({ line, text: text.slice(from, to), lines });
