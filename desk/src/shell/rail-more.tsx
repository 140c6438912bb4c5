import { useNavigate } from '@tanstack/react-router';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { say } from '../words/say.tsx';
import { MoreFace, moreButton } from './rail-faces.tsx';
import type { RailPlace } from './rail-place.ts';
import { useOpens } from './use-opens.ts';

/** On a narrow screen: the places that have no room in the bar. */
export function RailMore({ places }: { places: readonly RailPlace[] }) {
  const navigate = useNavigate();
  const { trigger, ref } = useOpens();
  return (
    <MenuTrigger {...trigger}>
      <Button ref={ref} aria-label={say('ui.more')} className={moreButton}>
        <MoreFace places={places} />
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
