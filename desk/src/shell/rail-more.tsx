import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { say } from '../words/say.tsx';
import type { RailPlace } from './rail-place.ts';

/** On a narrow screen: the places that have no room in the bar. */
export function RailMore({ places }: { places: readonly RailPlace[] }) {
  const navigate = useNavigate();
  const waits = places.some(({ waiting, open }) => waiting || open !== undefined);
  return (
    <MenuTrigger>
      <Button
        aria-label={say('ui.more')}
        className="relative grid size-11 place-items-center rounded-md text-ink-3 hover:text-ink"
      >
        <Ellipsis aria-hidden size={19} strokeWidth={1.75} />
        {waits && <i className="absolute end-1.5 top-1.5 size-2.5 rounded-full border-2 border-sunken bg-warn" />}
      </Button>
      <Popover placement="top end" className="menu">
        <Menu
          aria-label={say('ui.more')}
          className="outline-none"
          onAction={(to) => void navigate({ to: to as RailPlace['to'] })}
        >
          {places.map(({ to, icon: Icon, label, open, waiting }) => (
            <MenuItem key={to} id={to} textValue={label} className="menu-item min-h-11!">
              <Icon aria-hidden size={18} strokeWidth={1.75} />
              <span className="flex-1">{label}</span>
              {open !== undefined && <span className="badge bg-warn text-surface">{open}</span>}
              {waiting && <i className="size-2 rounded-full bg-warn" />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
