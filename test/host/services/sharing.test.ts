import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createLibraryRoom } from '../../../host/library/room.ts';
import { createSharing } from '../../../host/services/sharing.ts';
import { libraryFolder } from '../library/sample.ts';

describe('sharing the library with other programs', () => {
  it('is off until it is turned on, and off again after', async () => {
    const room = createLibraryRoom(libraryFolder(), null);
    const sharing = createSharing(room, 0);
    expect(await sharing.follow({ sharing: 'off' })).toEqual({ ok: true, value: null });
    const on = await sharing.follow({ sharing: 'on' });
    const address = on.ok ? (on.value as string) : '';
    expect((await fetch(address)).status).toBe(200);
    expect(await sharing.follow({ sharing: 'off' })).toEqual({ ok: true, value: null });
    await expect(fetch(address)).rejects.toThrow();
    await sharing.close();
    await room.close();
  });

  it('a port that another program has is told, in words', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const room = createLibraryRoom(libraryFolder(), null);
    const sharing = createSharing(room, (other.address() as AddressInfo).port);
    expect(await sharing.follow({ sharing: 'on' })).toMatchObject({ ok: false, problem: { code: 'library.port' } });
    await sharing.close();
    await room.close();
    other.close();
  });
});
