/**
 * What a printer remembers between prints, all of it keyed by content, so a print from warm caches gives the same bytes
 * as a first one. Only what recent prints used is kept.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Line, WordInline } from '../engine/types.ts';
import type { FinishedImage } from './images.ts';
import type { Drawn } from './repeating.ts';

/** A paragraph's words as measured, and its lines for each width it was set in; shared by all paragraphs like it. */
export interface MeasuredParagraph {
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly words: readonly WordInline[];
  readonly linesOfWidth: Map<number, readonly Line[]>;
}

/** Values by key; those not asked for in the last few prints are forgotten. */
export class GenerationalCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; lastUse: number }>();
  #print = 0;

  /** The value, and counts as a use. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    entry.lastUse = this.#print;
    return entry.value;
  }

  set(key: string, value: Value): Value {
    this.#entries.set(key, { value, lastUse: this.#print });
    return value;
  }

  getOrMake(key: string, make: () => Value): Value {
    return this.get(key) ?? this.set(key, make());
  }

  /** Called after each print; forgets what the last `keep` prints did not use. */
  sweep(keep = 4): void {
    this.#print++;
    for (const [key, entry] of this.#entries) if (entry.lastUse < this.#print - keep) this.#entries.delete(key);
  }

  get size(): number {
    return this.#entries.size;
  }
}

export class Caches {
  readonly paragraphs = new GenerationalCache<MeasuredParagraph>();
  readonly deflated = new GenerationalCache<Buffer>();
  readonly fontSubsets = new GenerationalCache<Buffer>();
  readonly images = new GenerationalCache<FinishedImage>();
  readonly drawings = new GenerationalCache<Drawn>();
  /** Texts known to hold no missing glyph. */
  readonly printableTexts = new GenerationalCache<true>();
  /** Of bytes that are themselves kept, a font's subset for one. */
  readonly #hashes = new WeakMap<Buffer, string>();

  /** `bytes` deflated; at once when the same bytes were deflated before. They are not changed after. */
  deflate(bytes: Buffer): Buffer {
    let key = this.#hashes.get(bytes);
    if (key === undefined) {
      key = contentHash(bytes);
      this.#hashes.set(bytes, key);
    }
    return this.deflated.getOrMake(key, () => deflateSync(bytes));
  }

  sweep(): void {
    for (const cache of [
      this.paragraphs,
      this.deflated,
      this.fontSubsets,
      this.images,
      this.drawings,
      this.printableTexts,
    ])
      cache.sweep();
  }
}

/** SHA-1 of the content: a key, not a seal. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha1').update(content).digest('base64');
}
