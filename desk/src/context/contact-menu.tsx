import type { Contact } from '@throughline/contract';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type Scope, useMay } from '../shell/use-may.ts';
import { ExplanationSheet } from '../who/explanation-sheet.tsx';
import { type Pairing, PairSheet } from '../who/pair-sheet.tsx';
import { BookEntrySheet } from './book-entry-sheet.tsx';

type Open = Pairing | 'how' | 'book';

const items: { id: Open; label: string; needs: Scope }[] = [
  { id: 'how', label: 'How we know', needs: 'identity:explain' },
  { id: 'merge', label: 'Same person as…', needs: 'identity:merge' },
  { id: 'never-merge', label: 'Never the same person as…', needs: 'identity:merge' },
  { id: 'book', label: 'Delete from the Contact Book…', needs: 'contact-book:delete' },
];

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
        <Button aria-label={`Who ${contact.displayName} is`} className="icon-btn ms-auto self-start">
          <Ellipsis aria-hidden size={18} strokeWidth={1.75} />
        </Button>
        <Popover placement="bottom end" className="menu">
          <Menu aria-label="Who this is" className="outline-none" items={offered} onAction={(id) => choose(id as Open)}>
            {({ id, label }) => (
              <MenuItem id={id} className="menu-item">
                {label}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      <ExplanationSheet contactId={contact.id} isOpen={open === 'how'} onOpenChange={onOpenChange} />
      <BookEntrySheet contact={contact} isOpen={open === 'book'} onOpenChange={onOpenChange} />
      <PairSheet contact={contact} kind={kind} isOpen={open === kind} onOpenChange={onOpenChange} />
    </>
  );
}
