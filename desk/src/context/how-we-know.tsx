import type { Contact } from '@throughline/contract';
import { useState } from 'react';
import { useMay } from '../shell/use-may.ts';
import { ExplanationSheet } from '../who/explanation-sheet.tsx';

/** The quiet way to the explanation, at the end of the details. */
export function HowWeKnow({ contact }: { contact: Contact }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('identity:explain')) return null;
  return (
    <div className="mt-3">
      <button type="button" className="text-btn text-s" onClick={() => setOpen(true)}>
        How we know
      </button>
      <ExplanationSheet contactId={contact.id} isOpen={open} onOpenChange={setOpen} />
    </div>
  );
}
