/** What of pasted text could not come in as it was; it is said to whoever pasted. */

export interface Changes {
  /** Citations of another program, taken over with their references. */
  cited: number;
  /** Passages that tracked changes delete: they stay out. */
  deletions: number;
  /** Comments beside the text: they stay out. */
  comments: number;
  /** Footnotes and endnotes, which stand in brackets in the text now. */
  notes: number;
  /** Passages that were struck through, and are ordinary letters now. */
  struck: number;
  /** Merged cells, now one filled cell and empty ones. */
  merged: number;
  /** Words parted by a hyphen at the end of a line, now in one piece. */
  joined: number;
  /** Citations, mentions and values that the place takes none of. */
  voids: number;
  /** Figures that stand in the text already: each stands there once. */
  figures: number;
  /** Figures, charts and tables of results of another report: what they show stays there. */
  left: number;
  /** Parts that an article pasted whole was laid into, by its headings. */
  parted: number;
  /** Lists of references of such an article: they stand behind its text. */
  listed: number;
}

export const noChanges = (): Changes => ({
  cited: 0,
  deletions: 0,
  comments: 0,
  notes: 0,
  struck: 0,
  merged: 0,
  joined: 0,
  voids: 0,
  figures: 0,
  left: 0,
  parted: 0,
  listed: 0,
});
