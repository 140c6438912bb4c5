import type { SendReply } from '@throughline/contract';
import { Contact, ListChecks, MapPin, Navigation, Paperclip, Plus } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

const ComposeSheet = lazy(() =>
  import('./compose-sheet.tsx').then(({ ComposeSheet: component }) => ({ default: component })),
);

export type ComposeKind = 'location' | 'card' | 'choices';

const entries = [
  { id: 'location', label: 'A place', icon: MapPin },
  { id: 'card', label: 'A contact card', icon: Contact },
  { id: 'choices', label: 'Buttons or a list', icon: ListChecks },
  { id: 'location_request', label: 'Ask where they are', icon: Navigation },
] as const;

interface Props {
  onFiles: (files: File[]) => void;
  onSend: (content: SendReply) => void;
}

/** What a reply may be besides words. */
export function AddMenu({ onFiles, onSend }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<ComposeKind>();
  const act = (id: string) => {
    if (id === 'location_request') {
      onSend({
        type: 'interactive',
        interactive: { kind: 'location_request', body: 'Where are you? Please share your location.' },
      });
    } else setOpen(id as ComposeKind);
  };
  return (
    <>
      <button
        type="button"
        aria-label="Attach files"
        title="Attach files: up to ten; paste and drop work too"
        className="icon-btn"
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden size={18} strokeWidth={1.75} />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        data-testid="file-input"
        className="hidden"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <MenuTrigger>
        <Button aria-label="Send something else" className="icon-btn">
          <Plus aria-hidden size={19} strokeWidth={1.75} />
        </Button>
        <Popover placement="top start" className="menu">
          <Menu
            aria-label="Send something else"
            className="outline-none"
            items={entries}
            onAction={(id) => act(String(id))}
          >
            {({ id, label, icon: Icon }) => (
              <MenuItem id={id} textValue={label} className="menu-item">
                <Icon aria-hidden size={16} strokeWidth={1.75} /> {label}
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
