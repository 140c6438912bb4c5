import { useMutation } from '@tanstack/react-query';
import type { Contact, Errand } from '@throughline/contract';
import { useCallKey } from '../api/call-key.ts';
import { deleteBookEntry } from '../api/people.ts';
import { Sheet } from '../shell/sheet.tsx';
import { ReasonForm } from '../who/reason-form.tsx';

interface Props {
  contact: Contact;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

const states: Record<Errand['state'], string> = {
  waiting: 'On its way to Meta; it is tried until it is done.',
  done: 'Done.',
  failed: 'Meta refused.',
};

/** Takes somebody out of Meta's Contact Book: what that does, and what it does not. */
export function BookEntrySheet({ contact, isOpen, onOpenChange }: Props) {
  const keyFor = useCallKey();
  const deleting = useMutation({
    mutationFn: (reason: string) => deleteBookEntry(contact.id, reason, keyFor([contact.id, 'book', reason])),
  });
  const close = () => onOpenChange(false);
  return (
    <Sheet title="Delete from the Contact Book" isOpen={isOpen} onOpenChange={onOpenChange}>
      {deleting.data ? (
        <div role="status" className="flex flex-col gap-3">
          <p className="font-semibold">Meta is told to delete the entry.</p>
          <ul className="flex flex-col gap-1">
            {deleting.data.data.map((errand) => (
              <li key={errand.id}>{errand.result ?? states[errand.state]}</li>
            ))}
          </ul>
          <button type="button" className="btn self-start" onClick={close}>
            Close
          </button>
        </div>
      ) : (
        <ReasonForm
          confirm="Delete the entry"
          placeholder="They asked us to"
          help="It is kept with their record."
          isBusy={deleting.isPending}
          failure={deleting.error?.message}
          onConfirm={(reason) => deleting.mutate(reason)}
          onCancel={close}
        >
          <p>
            Meta forgets which number belongs to <bdi className="font-medium">{contact.displayName}</bdi>. If they hide
            their number, WhatsApp stops telling it to you.
          </p>
          <p className="text-ink-2">
            Meta keeps what passed between you in the last 30 days until those are over, so the number may still be told
            until then. What Throughline knows itself stays; removing that is a privacy request.
          </p>
        </ReasonForm>
      )}
    </Sheet>
  );
}
