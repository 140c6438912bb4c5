import { Check } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { changeSettings, type Theme, useSettings } from '../theme/settings.ts';
import { say } from '../words/say.tsx';
import { themeButton, themeIcons } from './rail-faces.tsx';
import { useOpens } from './use-opens.ts';

const themes = [
  { id: 'system', label: 'shell.themeSystem' },
  { id: 'light', label: 'shell.themeLight' },
  { id: 'dark', label: 'shell.themeDark' },
] as const;

export function ThemeMenu() {
  const { theme } = useSettings();
  const { trigger, ref } = useOpens();
  const Current = themeIcons[theme];
  return (
    <MenuTrigger {...trigger}>
      <Button ref={ref} aria-label={say('shell.theme')} className={themeButton}>
        <Current aria-hidden size={18} strokeWidth={1.75} />
      </Button>
      <Popover placement="end bottom" className="menu">
        <Menu
          aria-label={say('shell.theme')}
          className="outline-none"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(chosen) => changeSettings({ theme: [...chosen][0] as Theme })}
        >
          {themes.map(({ id, label }) => (
            <MenuItem key={id} id={id} textValue={say(label)} className="menu-item">
              {({ isSelected }) => (
                <>
                  <ThemeIcon theme={id} />
                  {say(label)}
                  {isSelected && <Check aria-hidden size={15} strokeWidth={2} className="ms-auto text-accent" />}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function ThemeIcon({ theme }: { theme: Theme }) {
  const Icon = themeIcons[theme];
  return <Icon aria-hidden size={16} strokeWidth={1.75} />;
}
