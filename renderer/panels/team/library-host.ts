/** A host whose calls of the library go to a team's: whoever shows a library need not know whose it is. */
import type { HostClient } from '../../../core/contract/contract.ts';
import type { LibraryCalls, LibraryStreams } from '../../../core/contract/team.ts';

const isOfLibrary = (name: string): boolean => name.startsWith('library.');

/** `team` is the id of a connected one. */
export function libraryHost(host: HostClient, team: string): HostClient {
  return {
    call: (name, input, options) =>
      isOfLibrary(name)
        ? (host.call('team.library', { team, method: name as LibraryCalls, input }, options) as never)
        : host.call(name, input, options),
    stream: (name, input, options) =>
      isOfLibrary(name)
        ? (host.stream('team.libraryStream', { team, method: name as LibraryStreams, input }, options) as never)
        : host.stream(name, input, options),
    onClose: listener => host.onClose(listener),
  };
}
