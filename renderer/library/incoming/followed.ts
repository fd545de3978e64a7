/** The files that the own library follows, as the host tells of them while a window looks. */
import { useEffect, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { FollowedFile } from '../../../core/library/following.ts';

/** Null until the host has told of them, and where there are none to tell of. */
export function useFollowed(host: HostClient, isOwn: boolean): readonly FollowedFile[] | null {
  const [files, setFiles] = useState<readonly FollowedFile[] | null>(null);
  useEffect(() => {
    if (!isOwn) return;
    const ending = new AbortController();
    const listen = async () => {
      for await (const now of host.stream('following.files', {}, { signal: ending.signal })) setFiles(now);
    };
    // A host that was lost is told of elsewhere.
    listen().catch(() => {});
    return () => ending.abort();
  }, [host, isOwn]);
  return isOwn ? files : null;
}

/** Whether a file waits for a decision, or could not be read. */
export const needsLooking = ({ contested, gone, problem }: FollowedFile): boolean =>
  contested > 0 || gone > 0 || problem !== null;
