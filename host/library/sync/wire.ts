/** What passes between a mirror and the server. Values are canonical JSON as text, null for an empty field. */

/** A change on its way to the server. */
export interface Outgoing {
  /** By which the server knows it again. */
  readonly id: string;
  readonly entry: string;
  readonly field: string;
  readonly value: string | null;
  /** The server's revision of the field that it was made on, 0 for none. */
  readonly base: number;
  readonly at: number;
}

/** What became of one. */
export interface Answer {
  readonly id: string;
  readonly outcome: 'taken' | 'same' | 'conflict';
  /** The field's revision after it; in a conflict, that of what stood. */
  readonly revision: number;
  /** What stands in the field now, null where nothing ever did. */
  readonly standing: Standing | null;
}

export interface Standing {
  readonly value: string | null;
  readonly revision: number;
  readonly by: string;
  readonly at: number;
}

export interface PulledField extends Standing {
  readonly entry: string;
  readonly field: string;
}

export interface PulledConflict {
  readonly id: string;
  readonly entry: string;
  readonly field: string;
  readonly standing: string | null;
  readonly standingBy: string;
  readonly standingAt: number;
  readonly other: string | null;
  readonly otherBy: string;
  readonly otherAt: number;
  readonly isSettled: boolean;
  readonly revision: number;
}

export interface PulledMember {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly revision: number;
}

/** How far of each kind was pulled: the last revision. */
export interface Cursors {
  readonly fields: number;
  readonly conflicts: number;
  readonly members: number;
}

/** A field at a revision: what a mirror knows of its team's server, and asks for to see whether this is still that server. */
export interface Witness {
  readonly entry: string;
  readonly field: string;
  readonly revision: number;
}

/** The revision of a field as the server has it now, 0 where nobody filled it, and when that came there. */
export interface Found extends Witness {
  readonly takenAt: number;
}

/** What came after the cursors, each list by revision. */
export interface Pulled {
  readonly fields: readonly PulledField[];
  readonly conflicts: readonly PulledConflict[];
  readonly members: readonly PulledMember[];
}
