import type { Contact } from '@throughline/contract';
import { useMay } from '../shell/use-may.ts';
import { Disclosed } from '../who/disclosed.tsx';
import { ClaimForm } from './claim-form.tsx';
import { Numbers } from './numbers.tsx';
import { Part } from './part.tsx';

/** The numbers of somebody who is one account, and where one more is written down. Of several, each shows its own. */
export function NumbersPart({ contact: { id, phones, accounts } }: { contact: Contact }) {
  const may = useMay()('conversations:manage');
  const listed = accounts.length > 1 ? [] : phones;
  if (listed.length === 0 && !may) return null;
  return (
    <Part title="Numbers">
      {listed.length > 0 && <Numbers phones={listed} contactId={id} />}
      {may && (
        <Disclosed label="Add a number they told you" className={`text-s ${listed.length > 0 ? 'mt-2.5' : ''}`}>
          {(close) => <ClaimForm contactId={id} onClose={close} />}
        </Disclosed>
      )}
    </Part>
  );
}
