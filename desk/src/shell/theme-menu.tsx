import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { changeSettings, type Theme, useSettings } from '../theme/settings.ts';
import { say } from '../words/say.tsx';

const themes = [
  { id: 'system', label: 'shell.themeSystem', icon: Monitor },
  { id: 'light', label: 'shell.themeLight', icon: Sun },
  { id: 'dark', label: 'shell.themeDark', icon: Moon },
] as const;

export function ThemeMenu() {
  const { theme } = useSettings();
  const Current = themes.find(({ id }) => id === theme)?.icon ?? Monitor;
  return (
    <MenuTrigger>
      <Button aria-label={say('shell.theme')} className="icon-btn max-desk:size-11!">
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
          {themes.map(({ id, label, icon: Icon }) => (
            <MenuItem key={id} id={id} textValue={say(label)} className="menu-item">
              {({ isSelected }) => (
                <>
                  <Icon aria-hidden size={16} strokeWidth={1.75} />
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
