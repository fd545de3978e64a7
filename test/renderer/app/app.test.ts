import { describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../renderer/app/commands/types.ts';
import { fileChooser, fileName, folderName, joinPath, withExtension } from '../../../renderer/app/files/choosing.ts';
import { notices, notify } from '../../../renderer/app/notices/notices.ts';
import { opening } from '../../../renderer/app/opening.ts';
import { deskFrom, sizeFrom } from '../../../renderer/app/report/layout.ts';
import { createDesk } from '../../../renderer/session/desk.ts';
import { fakeHost } from '../fake-host.ts';

describe('choosing a file', () => {
  it('asks in the window only where the host has no dialog', async () => {
    const inWindow = vi.fn(async () => '/in/window');
    const host = fakeHost({ 'files.choose': () => ({ kind: 'chosen', path: '/native' }) });
    const choose = fileChooser(host, inWindow);
    expect(await choose({ mode: 'open', extension: 'casereport' })).toBe('/native');
    host.answer({ 'files.choose': () => ({ kind: 'cancelled' }) });
    expect(await choose({ mode: 'open', extension: 'casereport' })).toBeNull();
    expect(inWindow).not.toHaveBeenCalled();
    host.answer({ 'files.choose': () => ({ kind: 'in-window' }) });
    expect(await choose({ mode: 'open', extension: 'casereport' })).toBe('/in/window');
  });

  it('writes paths as their system does', () => {
    expect(joinPath('/home/a', 'b.pdf')).toBe('/home/a/b.pdf');
    expect(joinPath('/', 'b.pdf')).toBe('/b.pdf');
    expect(joinPath('C:\\Cases', 'b.pdf')).toBe('C:\\Cases\\b.pdf');
    expect(fileName('C:\\Cases\\b.pdf')).toBe('b.pdf');
    expect(['/home/a/b.pdf', '/b.pdf', 'C:\\Cases\\b.pdf', 'C:\\b.pdf', 'b.pdf'].map(folderName)).toEqual([
      '/home/a',
      '/',
      'C:\\Cases',
      'C:\\',
      null,
    ]);
    expect(withExtension(' case ', 'pdf')).toBe('case.pdf');
    expect(withExtension('case.PDF', 'pdf')).toBe('case.PDF');
  });
});

describe('opening a report', () => {
  const needs = (host: ReturnType<typeof fakeHost>, show = vi.fn(), imported = vi.fn()) => ({
    show,
    imported,
    ways: opening({ host, show, imported, chooseFile: async () => null, language: () => 'fr' }),
  });

  it('tells what went wrong, and shows nothing', async () => {
    const words = { en: 'Broken', fr: 'Abîmé' };
    const host = fakeHost({
      'report.open': () => ({ ok: false, problem: { code: 'file.broken', message: words, hint: words } }),
    });
    const { ways, show } = needs(host);
    await ways.openFile('/a.casereport');
    expect(show).not.toHaveBeenCalled();
    expect(notices.getState().list.at(-1)).toMatchObject({ severity: 'error', title: words });
  });

  it('brings in a template that was dropped or that the program was opened with, and opens no report', async () => {
    const template = { id: 'own-x', name: { en: 'Ours', fr: 'Le nôtre' } };
    const host = fakeHost({
      'templates.import': () => ({ ok: true, value: template as never }),
      'templates.importFile': () => ({ ok: true, value: template as never }),
    });
    const { ways, show, imported } = needs(host);
    await ways.openDropped([new File(['{}'], 'Ours.CASETEMPLATE')]);
    await ways.openFile('/a/ours.casetemplate');
    expect(imported.mock.calls).toEqual([[template], [template]]);
    expect(show).not.toHaveBeenCalled();
    expect(host.asked.map(({ name }) => name)).toEqual(['templates.import', 'templates.importFile']);
  });

  it('of several files dropped at once opens the first case, takes every template, and names what it left', async () => {
    const host = fakeHost({
      'templates.import': () => ({ ok: true, value: { id: 'own-x', name: { en: 'Ours', fr: 'Le nôtre' } } as never }),
      'report.openBytes': () => ({ ok: true, value: { warnings: [] } as never }),
    });
    const { ways, show } = needs(host);
    const names = ['letter.pdf', 'a.casereport', 'ours.casetemplate', 'b.casereport'];
    await ways.openDropped(names.map(name => new File(['{}'], name)));
    expect(show).toHaveBeenCalledTimes(1);
    expect(host.inputs('report.openBytes')).toMatchObject([{ name: 'a.casereport' }]);
    expect(host.inputs('templates.import')).toMatchObject([{ name: 'ours.casetemplate' }]);
    const said = notices.getState().list.map(({ title }) => title);
    expect(said.some(title => String(title).includes('letter.pdf, b.casereport'))).toBe(true);
  });

  it('does nothing when no file was chosen', async () => {
    const host = fakeHost();
    await needs(host).ways.openFile();
    expect(host.asked).toEqual([]);
  });

  it('writes a new case in the language of the window where the template allows it', async () => {
    const host = fakeHost({
      'report.create': () => ({ ok: false, problem: { code: 'x', message: words, hint: words } }),
    });
    const words = { en: '', fr: '' };
    const { ways } = needs(host);
    await ways.create({ id: 'one', languages: ['en', 'fr'] } as never);
    await ways.create({ id: 'two', languages: ['en'] } as never);
    expect(host.inputs('report.create')).toEqual([
      { template: 'one', language: 'fr' },
      { template: 'two', language: 'en' },
    ]);
  });
});

describe('notices', () => {
  it('of those about the same thing the last alone is shown', () => {
    notices.setState({ list: [] });
    for (const title of ['Undone: a', 'Undone: b']) notify({ severity: 'note', title, about: 'undo' });
    notify({ severity: 'note', title: 'another' });
    expect(notices.getState().list.map(({ title }) => title)).toEqual(['Undone: b', 'another']);
  });
});

describe('the desk', () => {
  it('is laid as it was left; nonsense is passed over', () => {
    expect(deskFrom({ outlineOpen: false, tab: 'checks', zoom: 1.25 })).toEqual({
      outlineOpen: false,
      pane: 'checks',
      zoom: 1.25,
    });
    expect(deskFrom({ outlineOpen: 'no', tab: 'figures', zoom: 40 })).toEqual({});
    expect(sizeFrom({ outline: 300 }, 'outline', 232, 168, 400)).toBe(300);
    expect(sizeFrom({ outline: 4 }, 'outline', 232, 168, 400)).toBe(232);
  });

  it('goes back to the last tab when a pane is closed', () => {
    const desk = createDesk();
    desk.open('references');
    desk.open('figures', 'f1');
    expect(desk.getState()).toMatchObject({ pane: 'figures', shown: 'f1' });
    desk.closePane();
    expect(desk.getState()).toMatchObject({ pane: 'references', shown: null });
  });

  it('leaves the sheet alone, then brings everything back', () => {
    const desk = createDesk();
    desk.toggleFocus();
    expect(desk.getState()).toMatchObject({ outlineOpen: false, paneOpen: false });
    desk.toggleFocus();
    expect(desk.getState()).toMatchObject({ outlineOpen: true, paneOpen: true });
  });

  it('zooms by steps, within bounds', () => {
    const desk = createDesk({ zoom: 2 });
    desk.zoomBy(1);
    expect(desk.getState().zoom).toBe(2);
    desk.zoomBy(-1);
    expect(desk.getState().zoom).toBe(1.75);
    desk.zoomBy(0);
    expect(desk.getState().zoom).toBe(1);
  });
});

describe('keys of commands', () => {
  const run = () => {};
  const commands: readonly Command[] = [
    { id: 'save', group: '', label: '', shortcut: 'mod+s', run },
    { id: 'save-as', group: '', label: '', shortcut: 'mod+shift+s', run },
    { id: 'undo', group: '', label: '', shortcut: 'mod+z', isDisabled: true, run },
  ];
  const press = (key: string, more: object = {}) =>
    ({ key, ctrlKey: true, shiftKey: false, altKey: false, metaKey: false, target: null, ...more }) as KeyboardEvent;

  it('tell Save from Save as, and pass over what cannot run now', async () => {
    vi.stubGlobal('HTMLInputElement', class {});
    vi.stubGlobal('HTMLTextAreaElement', class {});
    const { commandFor } = await import('../../../renderer/app/commands/shortcuts.ts');
    expect(commandFor(press('s'), commands)?.id).toBe('save');
    expect(commandFor(press('S', { shiftKey: true }), commands)?.id).toBe('save-as');
    expect(commandFor(press('z'), commands)).toBeUndefined();
    vi.unstubAllGlobals();
  });
});
