import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { portWire } from '../../core/contract/wire/carriers.ts';
import { connect } from '../../core/contract/wire/connect.ts';
import { call } from '../../core/contract/wire/method.ts';
import { serve } from '../../core/contract/wire/serve.ts';
import { installBridge } from '../../electron/bridge.ts';
import { systemDialogs } from '../../electron/dialogs.ts';
import { programMenu } from '../../electron/menus.ts';
import { startShell } from '../../electron/shell.ts';
import { standIn } from './stand-in.ts';

const contract = { double: call(z.number(), z.number()) };

async function start(url?: string, parent?: unknown, file: string | null = null) {
  const { main, preload, seen } = standIn(url, parent);
  const files: (string | null)[] = [];
  await startShell(main, {
    preload: '/preload.cjs',
    platform: 'linux',
    answer: async path => new Response(path),
    file,
    fileOf: (args, folder) => (args[1] === undefined ? null : `${folder}/${args[1]}`),
    onWire: (wire, opened) => {
      files.push(opened);
      serve(contract, { double: n => n * 2 }, wire, () => {});
    },
  });
  const port = new Promise<unknown>(resolve => {
    const page = {
      postMessage: ((_message: unknown, _origin: string, ports: unknown[]) => resolve(ports[0])) as never,
    };
    installBridge(preload, page, 'app://casewright');
  });
  seen.exposed.casewright?.askPort();
  return { seen, port, main, files };
}

const none = () => new Promise(resolve => setTimeout(resolve, 50, 'none'));

describe('the desktop shell', () => {
  it('gives its own page a port, over which the contract is spoken', async () => {
    const { port } = await start();
    const mine = (await port) as { close(): void };
    const client = connect<typeof contract>(portWire(mine as never));
    expect(await client.call('double', 21)).toBe(42);
    mine.close();
  });

  it.each([
    ['a page of the web', 'https://evil.test/', null],
    ['a look-alike', 'app://casewright.evil.test/', null],
    ['a file', 'file:///etc/passwd', null],
    ['a frame inside the page', 'app://casewright/index.html', {}],
  ])('gives %s none', async (_name, url, parent) => {
    const { port } = await start(url, parent);
    expect(await Promise.race([port, none()])).toBe('none');
  });

  it('opens a sandboxed window without Node, from its own scheme', async () => {
    const { seen } = await start();
    expect(seen.windows[0]?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(seen.loaded).toEqual(['app://casewright/index.html']);
    expect(seen.schemes).toEqual(['app']);
    expect(await seen.handler?.({ url: 'app://elsewhere/x' })).toMatchObject({ status: 404 });
  });

  it('navigates nowhere, opens no window, grants nothing; links of the web go to the browser', async () => {
    const { seen } = await start();
    expect(seen.windowOpen?.({ url: 'https://doi.org/10.1' })).toEqual({ action: 'deny' });
    expect(seen.windowOpen?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(seen.outside).toEqual(['https://doi.org/10.1']);
    let prevented = 0;
    for (const url of [
      'https://evil.test/',
      'file:///etc/passwd',
      'app://casewright.evil.test/',
      'app://casewright/index.html',
    ])
      seen.contents.get('will-navigate')?.({ url, preventDefault: () => prevented++ });
    expect(prevented).toBe(3);
    let granted: unknown = null;
    seen.permission?.({}, 'media', (value: boolean) => {
      granted = value;
    });
    expect(granted).toBe(false);
    expect(seen.permissionCheck?.()).toBe(false);
  });

  it('tells a window what it was opened for, once: a page loaded anew starts without', async () => {
    const { seen, port, files } = await start(undefined, null, '/a.casereport');
    await port;
    seen.exposed.casewright?.askPort();
    await none();
    expect(files).toEqual(['/a.casereport', null]);
  });

  it('opens a window for the file of a second start, and only comes forward where there is none', async () => {
    const { seen, port, files } = await start();
    await port;
    seen.app.get('second-instance')?.({}, ['casewright'], '/home');
    expect([seen.windows.length, seen.focused]).toEqual([1, 1]);
    seen.app.get('second-instance')?.({}, ['casewright', 'b.casereport'], '/home');
    seen.exposed.casewright?.askPort();
    await none();
    expect([seen.windows.length, seen.shown]).toEqual([2, 2]);
    expect(files).toEqual([null, '/home/b.casereport']);
  });

  it('opens what the system names by an event', async () => {
    const { seen, port, files } = await start();
    await port;
    let prevented = 0;
    seen.app.get('open-file')?.({ preventDefault: () => prevented++ }, '/c.casereport');
    seen.exposed.casewright?.askPort();
    await none();
    expect([prevented, files.at(-1)]).toEqual([1, '/c.casereport']);
  });

  it('gives no port to a page that is in none of its windows', async () => {
    const { seen, files, port } = await start();
    await port;
    seen.sender.contents = {};
    seen.exposed.casewright?.askPort();
    await none();
    expect(files).toEqual([null]);
  });

  it('offers spellings in the system’s language, and nothing where there is nothing to do', async () => {
    const { seen } = await start();
    const nothing = {
      dictionarySuggestions: [],
      misspelledWord: '',
      isEditable: false,
      selectionText: '',
      linkURL: '',
    };
    expect(seen.spelling).toEqual(['en-US', 'fr']);
    seen.contents.get('context-menu')?.({}, nothing);
    expect(seen.popups).toEqual([]);
    const word = { ...nothing, dictionarySuggestions: ['rhéophérèse'], misspelledWord: 'rheoferese', isEditable: true };
    seen.contents.get('context-menu')?.({}, word);
    expect(seen.popups[0]?.map(({ label }) => label)).toEqual([
      'rhéophérèse',
      undefined,
      'Ajouter au dictionnaire',
      undefined,
      'Couper',
      'Copier',
      'Coller',
      'Coller sans mise en forme',
    ]);
  });

  it('has a menu of its own on macOS alone, where shortcuts need one', async () => {
    const { seen } = await start();
    expect(seen.menus).toEqual([null]);
    expect(programMenu('darwin', 'fr')?.map(({ role, label }) => role ?? label)).toEqual([
      'appMenu',
      'Édition',
      'windowMenu',
    ]);
  });

  it('chooses files by the system’s dialogs', async () => {
    const { main } = standIn();
    const dialogs = systemDialogs(main);
    expect(await dialogs.choose({ mode: 'open', extension: 'casereport' })).toEqual({
      kind: 'chosen',
      path: '/a.casereport',
    });
    expect(await dialogs.choose({ mode: 'save', extension: 'pdf', suggested: 'a.pdf' })).toEqual({ kind: 'cancelled' });
  });
});
