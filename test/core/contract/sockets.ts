/** Two ends of a real web socket on this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { socketWire } from '../../../core/contract/wire/carriers.ts';

export async function socketPair() {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const accepted = new Promise<WebSocket>(resolve => sockets.once('connection', resolve));
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const other = await accepted;
  await new Promise<void>(resolve =>
    socket.readyState === WebSocket.OPEN ? resolve() : socket.once('open', () => resolve()),
  );
  return {
    near: socketWire(socket as never),
    far: socketWire(other as never),
    close: () => {
      socket.close();
      other.close();
      sockets.close();
      server.close();
    },
  };
}
