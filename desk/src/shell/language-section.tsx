import { Check } from 'lucide-react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { changeSettings, type PhoneStyle, useSettings } from '../theme/settings.ts';
import { type LanguageChoice, languages } from '../words/language.ts';
import { say } from '../words/say.tsx';

/** Which language the desk speaks; each stands there by its own name, to be found by whoever reads no other. */
export function LanguageSection() {
  const { language } = useSettings();
  const choices = [{ id: 'system', name: say('shell.languageSystem') }, ...languages];
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(chosen) => changeSettings({ language: [...chosen][0] as LanguageChoice })}
    >
      <Header className="menu-head">{say('shell.language')}</Header>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} id={id} textValue={name} className="menu-item">
          {({ isSelected }) => (
            <>
              <span lang={id === 'system' ? undefined : id}>{name}</span>
              {isSelected && <Check aria-hidden size={15} strokeWidth={2} className="ms-auto text-accent" />}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

const styles = [
  { id: 'international', label: 'shell.phonesInternational' },
  { id: 'national', label: 'shell.phonesNational' },
] as const;

export function PhonesSection() {
  const { phones } = useSettings();
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[phones]}
      onSelectionChange={(chosen) => changeSettings({ phones: [...chosen][0] as PhoneStyle })}
    >
      <Header className="menu-head">{say('shell.phones')}</Header>
      {styles.map(({ id, label }) => (
        <MenuItem key={id} id={id} textValue={say(label)} className="menu-item">
          {({ isSelected }) => (
            <>
              {say(label)}
              {isSelected && <Check aria-hidden size={15} strokeWidth={2} className="ms-auto text-accent" />}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
