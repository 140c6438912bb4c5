import { useMutation } from '@tanstack/react-query';
import type { Contact, Errand } from '@throughline/contract';
import { useCallKey } from '../api/call-key.ts';
import { deleteBookEntry } from '../api/people.ts';
import { Sheet } from '../ui/sheet.tsx';
import { ReasonForm } from '../who/reason-form.tsx';
import type { Key } from '../words/en/index.ts';
import { say, show } from '../words/say.tsx';

interface Props {
  contact: Contact;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

const states = {
  waiting: 'context.bookWaiting',
  done: 'context.bookDone',
  failed: 'context.bookFailed',
} as const satisfies Record<Errand['state'], Key>;

/** Takes somebody out of Meta's Contact Book: what that does, and what it does not. */
export function BookEntrySheet({ contact, isOpen, onOpenChange }: Props) {
  const keyFor = useCallKey();
  const deleting = useMutation({
    mutationFn: (reason: string) => deleteBookEntry(contact.id, reason, keyFor([contact.id, 'book', reason])),
  });
  const close = () => onOpenChange(false);
  return (
    <Sheet title={say('context.bookTitle')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {deleting.data ? (
        <div role="status" className="flex flex-col gap-3">
          <p className="font-semibold">{say('context.bookTold')}</p>
          <ul className="flex flex-col gap-1">
            {deleting.data.data.map((errand) => (
              <li key={errand.id}>{errand.result ?? say(states[errand.state])}</li>
            ))}
          </ul>
          <button type="button" className="btn self-start" onClick={close}>
            {say('common.close')}
          </button>
        </div>
      ) : (
        <ReasonForm
          confirm={say('context.bookConfirm')}
          placeholder={say('context.bookReason')}
          help={say('context.keptWithRecord')}
          isBusy={deleting.isPending}
          failure={deleting.error?.message}
          onConfirm={(reason) => deleting.mutate(reason)}
          onCancel={close}
        >
          <p>{show('context.bookForgets', { name: <bdi className="font-medium">{contact.displayName}</bdi> })}</p>
          <p className="text-ink-2">{say('context.bookKeeps')}</p>
        </ReasonForm>
      )}
    </Sheet>
  );
}
