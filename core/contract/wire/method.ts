/** What a contract is: one plain table of calls (one answer) and streams (many), with a validator for each side. */
import type * as z from 'zod';

export interface Method<
  Mode extends 'call' | 'stream' = 'call' | 'stream',
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly mode: Mode;
  readonly input: I;
  readonly output: O;
}

export type Contract = Readonly<Record<string, Method>>;

/** A method with one answer. */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'call', I, O> {
  return { mode: 'call', input, output };
}

/** A method with many answers, made as fast as they are taken. */
export function stream<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'stream', I, O> {
  return { mode: 'stream', input, output };
}

export type Names<C extends Contract, Mode extends Method['mode']> = {
  [Name in keyof C]: C[Name]['mode'] extends Mode ? Name : never;
}[keyof C] &
  string;

export type Input<C extends Contract, Name extends keyof C> = z.input<C[Name]['input']>;
export type Output<C extends Contract, Name extends keyof C> = z.output<C[Name]['output']>;

/** The handlers of a contract. The signal is aborted when the caller cancels or goes away. */
export type Implementation<C extends Contract> = {
  readonly [Name in keyof C]: C[Name]['mode'] extends 'call'
    ? (input: z.output<C[Name]['input']>, signal: AbortSignal) => Promise<Output<C, Name>> | Output<C, Name>
    : (input: z.output<C[Name]['input']>, signal: AbortSignal) => AsyncIterable<Output<C, Name>>;
};

interface Options {
  readonly signal?: AbortSignal | undefined;
}

interface StreamOptions extends Options {
  /** Ends the work where it is, and what it has to say of that is still read. */
  readonly halt?: AbortSignal | undefined;
}

/** The caller's side of a contract. Both reject with a {@link Fault} when the call itself went wrong. */
export interface Client<C extends Contract> {
  call<Name extends Names<C, 'call'>>(name: Name, input: Input<C, Name>, options?: Options): Promise<Output<C, Name>>;
  stream<Name extends Names<C, 'stream'>>(
    name: Name,
    input: Input<C, Name>,
    options?: StreamOptions,
  ): AsyncGenerator<Output<C, Name>, void>;
  /** Called once, when the host has gone. */
  onClose(listener: () => void): void;
}
