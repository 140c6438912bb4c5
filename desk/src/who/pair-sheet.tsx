import type { Contact } from '@throughline/contract';
import { useState } from 'react';
import { Sheet } from '../shell/sheet.tsx';
import { PersonPicker } from './person-picker.tsx';
import { SayForm } from './say-form.tsx';

export type Pairing = 'merge' | 'never-merge';

interface Props {
  contact: Contact;
  kind: Pairing;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

const words: Record<Pairing, { title: string; ask: string }> = {
  merge: {
    title: 'Same person as…',
    ask: 'Who else is this? Both will be shown as one person. Their threads stay apart, and each answers its own account.',
  },
  'never-merge': {
    title: 'Never the same person as…',
    ask: 'Who is somebody else for certain? Nothing that comes in will ever make the two one.',
  },
};

/** Two steps: who the other is, then what follows and why. */
export function PairSheet({ contact, kind, isOpen, onOpenChange }: Props) {
  const [other, setOther] = useState<Contact>();
  const { title, ask } = words[kind];
  const open = (next: boolean) => {
    setOther(undefined);
    onOpenChange(next);
  };
  return (
    <Sheet title={title} isOpen={isOpen} onOpenChange={open}>
      {other === undefined ? (
        <>
          <p className="mb-3 text-ink-2">{ask}</p>
          <PersonPicker except={contact.id} onPick={setOther} />
        </>
      ) : (
        <SayForm
          contactId={contact.id}
          saying={{ kind, with: other.id }}
          onDone={() => open(false)}
          onCancel={() => setOther(undefined)}
        />
      )}
    </Sheet>
  );
}
