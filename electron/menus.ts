/** The few menus that are the system's: the one macOS needs for its shortcuts, and the one of the right mouse button. */
import type * as Electron from 'electron';
import type { Language } from '../core/report/types.ts';
import type { MainApi, Page } from './apis.ts';

type Item = Electron.MenuItemConstructorOptions;

const WORDS = {
  en: {
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    plain: 'Paste without formatting',
    all: 'Select all',
    edit: 'Edit',
    learn: 'Add to dictionary',
    copyLink: 'Copy link',
  },
  fr: {
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    plain: 'Coller sans mise en forme',
    all: 'Tout sélectionner',
    edit: 'Édition',
    learn: 'Ajouter au dictionnaire',
    copyLink: 'Copier le lien',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The menu of the program: none, but on macOS, where ⌘C and its like exist only as items of a menu. */
export function programMenu(platform: string, language: Language): Item[] | null {
  if (platform !== 'darwin') return null;
  const words = WORDS[language];
  return [
    { role: 'appMenu' },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'pasteAndMatchStyle', label: words.plain },
        { role: 'selectAll', label: words.all },
      ],
    },
    { role: 'windowMenu' },
  ];
}

/** What the right mouse button offers: spellings first, then what fits the place. Empty where nothing does. */
export function contextItems(
  place: Pick<
    Electron.ContextMenuParams,
    'dictionarySuggestions' | 'misspelledWord' | 'isEditable' | 'selectionText' | 'linkURL'
  >,
  page: Page,
  { clipboard }: Pick<MainApi, 'clipboard'>,
  language: Language,
): Item[] {
  const words = WORDS[language];
  const groups: Item[][] = [
    place.dictionarySuggestions.map(label => ({ label, click: () => page.replaceMisspelling(label) })),
    place.misspelledWord === ''
      ? []
      : [
          {
            label: words.learn,
            click: () => void page.session.addWordToSpellCheckerDictionary(place.misspelledWord),
          },
        ],
    place.linkURL === '' ? [] : [{ label: words.copyLink, click: () => void clipboard.writeText(place.linkURL) }],
    place.isEditable
      ? [
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          { role: 'paste', label: words.paste },
          { role: 'pasteAndMatchStyle', label: words.plain },
        ]
      : place.selectionText === ''
        ? []
        : [{ role: 'copy', label: words.copy }],
  ];
  return groups
    .filter(group => group.length > 0)
    .flatMap((group, at) => (at === 0 ? group : [{ type: 'separator' as const }, ...group]));
}

/** Answers the right mouse button. Electron has no context menu of its own: without one, no spelling could be chosen. */
export function installContextMenu(api: Pick<MainApi, 'Menu' | 'clipboard'>, page: Page, language: Language): void {
  page.on('context-menu', (_event, place) => {
    const items = contextItems(place, page, api, language);
    if (items.length > 0) api.Menu.buildFromTemplate(items).popup();
  });
}
