import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Review } from '@throughline/contract';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCallKey } from '../api/call-key.ts';
import { settleReview, whoChanged } from '../api/who-is-who.ts';
import { tell } from '../shell/told.tsx';
import { ReasonForm } from '../who/reason-form.tsx';
import { say } from '../words/say.tsx';

type Action = Review['actions'][number];

/** The answers there are, each with what follows; then why. */
export function SettleForm({ review, onSettled }: { review: Review; onSettled: () => void }) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const [chosen, setChosen] = useState<Action>();
  const buttons = useRef<HTMLUListElement>(null);
  const settling = useMutation({
    mutationFn: ({ action, reason }: { action: Action['action']; reason: string }) =>
      settleReview(review.id, action, { reason, key: keyFor([review.id, action, reason]) }),
    onSuccess: () => {
      tell(say('reviews.settledThanks'));
      onSettled();
      void whoChanged(client);
    },
  });
  const leave = () => {
    const action = chosen?.action;
    flushSync(() => setChosen(undefined));
    settling.reset();
    buttons.current?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus();
  };
  return (
    <div className="mt-4 border-t border-line pt-3.5">
      {chosen === undefined ? (
        <ul ref={buttons} className="flex flex-col gap-2">
          {review.actions.map((action) => (
            <li key={action.action} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <button
                type="button"
                data-action={action.action}
                className="btn min-w-40"
                aria-describedby={`${review.id}-${action.action}`}
                onClick={() => setChosen(action)}
              >
                {action.label}
              </button>
              <span id={`${review.id}-${action.action}`} className="min-w-48 flex-1 text-s text-ink-2">
                {action.explains}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <ReasonForm
          confirm={chosen.label}
          placeholder={say('reviews.reason')}
          isBusy={settling.isPending}
          failure={settling.error?.message}
          onConfirm={(reason) => settling.mutate({ action: chosen.action, reason })}
          onCancel={leave}
        >
          <p>
            <b className="font-semibold">{chosen.label}.</b> <span className="text-ink-2">{chosen.explains}</span>
          </p>
        </ReasonForm>
      )}
    </div>
  );
}
