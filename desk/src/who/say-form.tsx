import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallKey } from '../api/call-key.ts';
import { previewQuery, type Saying, say, whoChanged } from '../api/who-is-who.ts';
import { tell } from '../shell/told.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { ChangePreview } from './change-preview.tsx';
import { ReasonForm } from './reason-form.tsx';
import { confirmWords, doneWords } from './saying-words.ts';

interface Props {
  contactId: string;
  saying: Saying;
  onDone: () => void;
  onCancel: () => void;
}

const placeholders: Record<Saying['kind'], string> = {
  merge: 'She told us on the phone that both are hers',
  'never-merge': 'Mother and daughter, one surname',
  split: 'The number was sold with the shop',
  undo: 'It was a mix-up',
};

/** Says something about who is who: shows what follows, asks why, and does it. */
export function SayForm({ contactId, saying, onDone, onCancel }: Props) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const preview = useQuery(previewQuery(contactId, saying));
  const slow = useDelayed(preview.isPending, 300);
  const doing = useMutation({
    mutationFn: (reason: string) => say(contactId, saying, { reason, key: keyFor([contactId, saying, reason]) }),
    onSuccess: (change) => {
      if (change.refused !== null) return;
      tell(doneWords(saying.kind, change));
      void whoChanged(client);
      onDone();
    },
  });
  const change = doing.data ?? preview.data;
  const refused = change !== undefined && change.refused !== null;
  return (
    <ReasonForm
      confirm={confirmWords[saying.kind]}
      placeholder={placeholders[saying.kind]}
      isBusy={doing.isPending || change === undefined}
      failure={doing.error?.message}
      isAllowed={!refused}
      onConfirm={(reason) => doing.mutate(reason)}
      onCancel={onCancel}
    >
      <div aria-live="polite">
        {slow && <div role="status" aria-label="Looking what would change" className="skeleton h-24" />}
        {preview.isError && change === undefined && (
          <p className="text-danger">
            What would change could not be told. {preview.error.message}{' '}
            <button type="button" className="text-btn" onClick={() => void preview.refetch()}>
              Try again
            </button>
          </p>
        )}
        {change && <ChangePreview change={change} />}
      </div>
    </ReasonForm>
  );
}
