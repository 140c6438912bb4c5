import type { Contact } from '@throughline/contract';
import { useState } from 'react';
import { Sheet } from '../ui/sheet.tsx';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { PersonPicker } from './person-picker.tsx';
import { SayForm } from './say-form.tsx';

export type Pairing = 'merge' | 'never-merge';

interface Props {
  contact: Contact;
  kind: Pairing;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

const words = {
  merge: {
    title: 'context.samePerson',
    ask: 'who.mergeAsk',
  },
  'never-merge': {
    title: 'context.neverSame',
    ask: 'who.neverMergeAsk',
  },
} as const satisfies Record<Pairing, { title: Key; ask: Key }>;

/** Two steps: who the other is, then what follows and why. */
export function PairSheet({ contact, kind, isOpen, onOpenChange }: Props) {
  const [other, setOther] = useState<Contact>();
  const { title, ask } = words[kind];
  const open = (next: boolean) => {
    setOther(undefined);
    onOpenChange(next);
  };
  return (
    <Sheet title={say(title)} isOpen={isOpen} onOpenChange={open}>
      {other === undefined ? (
        <>
          <p className="mb-3 text-ink-2">{say(ask)}</p>
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
