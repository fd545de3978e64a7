import { useState } from 'react';
import { Segmented } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../words/index.ts';
import { useSurroundings } from '../surroundings.tsx';
import { SharingSetting } from './SharingSetting.tsx';

const isAddress = (text: string) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text);

/** Language of the interface, appearance, colour of the sheet. Each takes effect at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('shell');
  const start = useWords('start');
  const online = useWords('lookup');
  const { settings, changeSettings, info } = useSurroundings();
  const [contact, setContact] = useState(settings.contact);
  return (
    <Dialog title={say('settings')} onClose={onClose}>
      <Segmented
        label={say('settingsLanguage')}
        full
        value={settings.language}
        onChange={language => changeSettings({ language })}
        options={[
          { id: 'system', label: say('system') },
          { id: 'fr', label: say('languageFr') },
          { id: 'en', label: say('languageEn') },
        ]}
      />
      <Segmented
        label={say('settingsTheme')}
        full
        value={settings.theme}
        onChange={theme => changeSettings({ theme })}
        options={[
          { id: 'system', label: say('system') },
          { id: 'light', label: say('light') },
          { id: 'dark', label: say('dark') },
        ]}
      />
      <Segmented
        label={say('settingsPaper')}
        full
        value={settings.paper}
        onChange={paper => changeSettings({ paper })}
        options={[
          { id: 'light', label: say('paperLight') },
          { id: 'dark', label: say('paperDark') },
        ]}
      />
      <SharingSetting />
      <Segmented
        label={online('settingLookups')}
        full
        value={settings.lookups}
        onChange={lookups => changeSettings({ lookups })}
        options={[
          { id: 'on', label: online('settingOn') },
          { id: 'off', label: online('settingOff') },
        ]}
      />
      <Field
        label={online('settingContact')}
        note={online('settingContactNote')}
        type="email"
        isDisabled={settings.lookups === 'off'}
        value={contact}
        error={contact === '' || isAddress(contact) ? null : online('contactWrong')}
        onChange={setContact}
        onBlur={() => (contact === '' || isAddress(contact)) && changeSettings({ contact })}
      />
      <p className="quiet xs">
        {say('settingsHint')} {start('version', { version: info.version })}.
      </p>
    </Dialog>
  );
}
