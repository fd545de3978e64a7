/** Handlers of followed files. */
import type { following } from '../../core/contract/following.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { done } from '../../core/outcome.ts';
import type { Following } from '../library/following/following.ts';
import type { LibraryRoom } from '../library/room.ts';
import { userName } from './library.ts';

export function createFollowingHandlers(
  service: Following,
  room: LibraryRoom,
  by: string = userName(),
): Implementation<typeof following> {
  return {
    'following.files': (_, signal) => service.files(signal),
    'following.follow': ({ path }) => service.follow(path),
    'following.read': ({ id }) => service.read(id),
    'following.stop': ({ id }) => service.stop(id),
    'following.open': ({ id }) => room.ask('followedOpen', { id }),
    'following.settle': async input => {
      const settled = await room.ask('followedSettle', { ...input, by });
      if (!settled.ok) return settled;
      service.waiting(input.id, settled.value);
      return done(null);
    },
    'following.gone': async input => {
      const settled = await room.ask('followedGone', { ...input, by });
      if (!settled.ok) return settled;
      service.waiting(input.id, settled.value);
      return done(null);
    },
  };
}
