/** The system's own dialogs, as the contract asks for them. */
import type { ServicesConfig } from '../host/services.ts';
import type { MainApi } from './apis.ts';

type Dialogs = NonNullable<ServicesConfig['dialogs']>;

export function systemDialogs({ dialog }: Pick<MainApi, 'dialog'>): Dialogs {
  return {
    async choose({ mode, extension, suggested }) {
      const filters = [
        { name: extension === 'casereport' ? 'Casewright' : extension.toUpperCase(), extensions: extension.split(',') },
      ];
      const common = { filters, ...(suggested === undefined ? {} : { defaultPath: suggested }) };
      if (mode === 'open') {
        const { canceled, filePaths } = await dialog.showOpenDialog({ ...common, properties: ['openFile'] });
        const [path] = filePaths;
        return canceled || path === undefined ? { kind: 'cancelled' } : { kind: 'chosen', path };
      }
      const { canceled, filePath } = await dialog.showSaveDialog(common);
      return canceled || filePath === '' ? { kind: 'cancelled' } : { kind: 'chosen', path: filePath };
    },
  };
}
