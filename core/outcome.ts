/** The same sentence in every language of the interface. */
export interface Words {
  readonly en: string;
  readonly fr: string;
}

/**
 * An expected failure, worded for the clinician.
 * `message` says what happened, `hint` what is safe and what to do; `where` names the file and the place in it (line, row, part).
 * Neither may hold anything of a patient.
 */
export interface Problem {
  readonly code: string;
  readonly message: Words;
  readonly hint: Words;
  readonly where?: string;
}

/** What every call that can fail in an expected way gives. A bug throws instead. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A success. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A problem, to be listed as a warning or wrapped by {@link failed}. */
export function problem(code: string, message: Words, hint: Words, where?: string): Problem {
  return where === undefined ? { code, message, hint } : { code, message, hint, where };
}

/** A failure. */
export function failed(reason: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: reason };
}
