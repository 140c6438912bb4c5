import { useNavigate } from '@tanstack/react-router';
import type { SharedCard } from '@throughline/contract';
import { Copy, Phone, Search } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { tell } from '../../shell/told.tsx';
import { phoneText } from '../../words/identifiers.ts';
import { say } from '../../words/say.tsx';

/** A number on a card: whoever presses it may look for that person here, or take it along. */
export function CardPhone({ phone: { text, phone, type } }: { phone: SharedCard['phones'][number] }) {
  const navigate = useNavigate();
  const shown = phone === undefined ? text : phoneText(phone);
  const act = (id: string) => {
    if (id === 'find') void navigate({ to: '/inbox', search: { q: phone ?? text } });
    else void navigator.clipboard?.writeText(phone ?? text).then(() => tell(say('kinds.numberCopied')));
  };
  return (
    <span className="flex items-start gap-2">
      <Phone aria-hidden size={14} strokeWidth={1.75} className="mt-0.75 shrink-0 text-ink-3" />
      <span>
        <MenuTrigger>
          <Button className="font-medium text-accent hover:underline">
            <bdi dir="ltr">{shown}</bdi>
          </Button>
          <Popover placement="bottom start" className="menu">
            <Menu
              aria-label={say('kinds.whatToDo', { number: shown })}
              className="outline-none"
              onAction={(id) => act(String(id))}
            >
              <MenuItem id="find" textValue={say('kinds.find')} className="menu-item">
                <Search aria-hidden size={15} strokeWidth={1.75} /> {say('kinds.find')}
              </MenuItem>
              <MenuItem id="copy" textValue={say('kinds.copyNumber')} className="menu-item">
                <Copy aria-hidden size={15} strokeWidth={1.75} /> {say('kinds.copyNumber')}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
        {type !== undefined && <span className="text-ink-3"> {type.toLowerCase()}</span>}
      </span>
    </span>
  );
}
