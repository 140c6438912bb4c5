import type { SendReply } from '@throughline/contract';
import { Contact, ListChecks, MapPin, Navigation, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { lazily } from '../../shell/lazily.ts';
import { say } from '../../words/say.tsx';
import type { ComposeKind } from './compose-sheet.tsx';

const ComposeSheet = lazily(async () => (await import('./compose-sheet.tsx')).ComposeSheet);

const entries = [
  { id: 'location', label: 'compose.place', icon: MapPin },
  { id: 'card', label: 'compose.card', icon: Contact },
  { id: 'choices', label: 'compose.choices', icon: ListChecks },
  { id: 'location_request', label: 'compose.askWhere', icon: Navigation },
] as const;

const whereAreYou = (): SendReply => ({
  type: 'interactive',
  interactive: { kind: 'location_request', body: say('compose.whereAreYou') },
});

/** What a reply may be besides words and files. */
export function MoreMenu({ onSend }: { onSend: (content: SendReply) => void }) {
  const [open, setOpen] = useState<ComposeKind>();
  const act = (id: string) => {
    if (id === 'location_request') onSend(whereAreYou());
    else setOpen(id as ComposeKind);
  };
  return (
    <>
      <MenuTrigger>
        <Button aria-label={say('compose.sendElse')} className="icon-btn">
          <Plus aria-hidden size={19} strokeWidth={1.75} />
        </Button>
        <Popover placement="top start" className="menu">
          <Menu
            aria-label={say('compose.sendElse')}
            className="outline-none"
            items={entries}
            onAction={(id) => act(String(id))}
          >
            {({ id, label, icon: Icon }) => (
              <MenuItem id={id} textValue={say(label)} className="menu-item">
                <Icon aria-hidden size={16} strokeWidth={1.75} /> {say(label)}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {open !== undefined && (
        <Suspense>
          <ComposeSheet kind={open} onSend={onSend} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
