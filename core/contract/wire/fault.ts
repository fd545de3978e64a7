/** What can go wrong with a call itself; what a call may find is a value of its own (`Outcome`). */
export type FaultCode = 'bad-input' | 'internal' | 'closed';

export class Fault extends Error {
  readonly code: FaultCode;
  /** For `bad-input`: which fields, and what was expected. Never the values. */
  readonly details: unknown;

  constructor(code: FaultCode, message: string, details?: unknown) {
    super(message);
    this.name = 'Fault';
    this.code = code;
    this.details = details;
  }
}
