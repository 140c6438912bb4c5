import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallKey } from '../api/call-key.ts';
import { previewQuery, type Saying, sayWho, whoChanged } from '../api/who-is-who.ts';
import { tell } from '../shell/told.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { ChangePreview } from './change-preview.tsx';
import { ReasonForm } from './reason-form.tsx';
import { confirmWords, doneWords } from './saying-words.ts';

interface Props {
  contactId: string;
  saying: Saying;
  onDone: () => void;
  onCancel: () => void;
}

const placeholders = {
  merge: 'who.mergeReason',
  'never-merge': 'who.neverMergeReason',
  split: 'who.splitReason',
  undo: 'who.undoReason',
} as const satisfies Record<Saying['kind'], Key>;

/** Says something about who is who: shows what follows, asks why, and does it. */
export function SayForm({ contactId, saying, onDone, onCancel }: Props) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const preview = useQuery(previewQuery(contactId, saying));
  const slow = useDelayed(preview.isPending, 300);
  const doing = useMutation({
    mutationFn: (reason: string) => sayWho(contactId, saying, { reason, key: keyFor([contactId, saying, reason]) }),
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
      confirm={confirmWords(saying.kind)}
      placeholder={say(placeholders[saying.kind])}
      isBusy={doing.isPending || change === undefined}
      failure={doing.error?.message}
      isAllowed={!refused}
      onConfirm={(reason) => doing.mutate(reason)}
      onCancel={onCancel}
    >
      <div aria-live="polite">
        {slow && <div role="status" aria-label={say('who.looking')} className="skeleton h-24" />}
        {preview.isError && change === undefined && (
          <p className="text-danger">
            {say('who.previewFailed', { why: preview.error.message })}{' '}
            <button type="button" className="text-btn" onClick={() => void preview.refetch()}>
              {say('common.tryAgain')}
            </button>
          </p>
        )}
        {change && <ChangePreview change={change} />}
      </div>
    </ReasonForm>
  );
}
