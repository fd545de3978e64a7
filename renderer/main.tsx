/** Where the window starts: the host is reached, then the app is shown. */
import { mount, mountUnreachable } from './app/mount.tsx';
import { openHost } from './connect/connect.ts';
import { steadyHost } from './session/steady.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');

openHost(window).then(
  first =>
    mount(
      root,
      steadyHost(first, () => openHost(window)),
    ),
  () => mountUnreachable(root),
);
