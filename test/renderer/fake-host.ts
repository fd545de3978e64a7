/** A host in memory for tests of the window: what it is asked is written down, what it answers can be set. */
import type { contract, HostClient } from '../../core/contract/contract.ts';
import type { Input, Names, Output } from '../../core/contract/wire/method.ts';

type Calls = Names<typeof contract, 'call'>;
type Streams = Names<typeof contract, 'stream'>;

type Answers = {
  [Name in Calls]?: (
    input: Input<typeof contract, Name>,
    signal?: AbortSignal,
  ) => Output<typeof contract, Name> | Promise<Output<typeof contract, Name>>;
} & {
  [Name in Streams]?: (
    input: Input<typeof contract, Name>,
    signal?: AbortSignal,
  ) => AsyncIterable<Output<typeof contract, Name>>;
};

export interface FakeHost extends HostClient {
  readonly asked: { readonly name: string; readonly input: unknown }[];
  /** What was asked of one call, in order. */
  inputs<Name extends Calls>(name: Name): readonly Input<typeof contract, Name>[];
  answer(answers: Answers): void;
  /** Ends the connection, as a host that went away. */
  drop(): void;
}

/** A host with some answers; asking for another is a failure of the test. */
export function fakeHost(first: Answers = {}): FakeHost {
  let answers: Answers = first;
  const asked: { name: string; input: unknown }[] = [];
  const closers: (() => void)[] = [];
  const find = (name: string) => {
    const answer = answers[name as keyof Answers];
    if (!answer) throw new Error(`the fake host was asked for ${name}`);
    return answer as (input: unknown, signal?: AbortSignal) => unknown;
  };
  return {
    asked,
    inputs: name => asked.filter(each => each.name === name).map(each => each.input) as never,
    answer: more => {
      answers = { ...answers, ...more };
    },
    drop: () => {
      for (const closer of closers) closer();
    },
    onClose: listener => closers.push(listener),
    call: async (name, input, options) => {
      asked.push({ name, input: structuredClone(input) });
      return (await find(name)(input, options?.signal)) as never;
    },
    async *stream(name, input, options) {
      asked.push({ name, input: structuredClone(input) });
      yield* find(name)(input, options?.signal) as AsyncIterable<never>;
    },
  };
}
