import type { Contact } from '@throughline/contract';
import { Suspense, useState } from 'react';
import { lazily } from '../shell/lazily.ts';
import { useMay } from '../shell/use-may.ts';
import { say } from '../words/say.tsx';

const ExplanationSheet = lazily(async () => (await import('../who/explanation-sheet.tsx')).ExplanationSheet);

/** The quiet way to the explanation, at the end of the details. */
export function HowWeKnow({ contact }: { contact: Contact }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('identity:explain')) return null;
  return (
    <div className="mt-3">
      <button type="button" className="text-btn text-s" onClick={() => setOpen(true)}>
        {say('context.howWeKnow')}
      </button>
      {open && (
        <Suspense>
          <ExplanationSheet contactId={contact.id} isOpen onOpenChange={setOpen} />
        </Suspense>
      )}
    </div>
  );
}
