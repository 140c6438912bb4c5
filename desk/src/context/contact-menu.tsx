import type { Contact } from '@throughline/contract';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type Scope, useMay } from '../shell/use-may.ts';
import { ExplanationSheet } from '../who/explanation-sheet.tsx';
import { type Pairing, PairSheet } from '../who/pair-sheet.tsx';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { BookEntrySheet } from './book-entry-sheet.tsx';

type Open = Pairing | 'how' | 'book';

const items = [
  { id: 'how', label: 'context.howWeKnow', needs: 'identity:explain' },
  { id: 'merge', label: 'context.samePerson', needs: 'identity:merge' },
  { id: 'never-merge', label: 'context.neverSame', needs: 'identity:merge' },
  { id: 'book', label: 'context.deleteFromBook', needs: 'contact-book:delete' },
] as const satisfies { id: Open; label: Key; needs: Scope }[];

/** What may be done about who this is. Not there at all for those who may do none of it. */
export function ContactMenu({ contact }: { contact: Contact }) {
  const may = useMay();
  const [open, setOpen] = useState<Open>();
  const [kind, setKind] = useState<Pairing>('merge');
  const offered = items.filter(({ needs }) => may(needs));
  if (offered.length === 0) return null;
  const choose = (id: Open) => {
    if (id === 'merge' || id === 'never-merge') setKind(id);
    setOpen(id);
  };
  const onOpenChange = (isOpen: boolean) => isOpen || setOpen(undefined);
  return (
    <>
      <MenuTrigger>
        <Button
          aria-label={say('context.whoNameIs', { name: contact.displayName })}
          className="icon-btn ms-auto self-start"
        >
          <Ellipsis aria-hidden size={18} strokeWidth={1.75} />
        </Button>
        <Popover placement="bottom end" className="menu">
          <Menu
            aria-label={say('context.whoThisIs')}
            className="outline-none"
            items={offered}
            onAction={(id) => choose(id as Open)}
          >
            {({ id, label }) => (
              <MenuItem id={id} textValue={say(label)} className="menu-item">
                {say(label)}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      <ExplanationSheet contactId={contact.id} isOpen={open === 'how'} onOpenChange={onOpenChange} onPair={choose} />
      <BookEntrySheet contact={contact} isOpen={open === 'book'} onOpenChange={onOpenChange} />
      <PairSheet contact={contact} kind={kind} isOpen={open === kind} onOpenChange={onOpenChange} />
    </>
  );
}
