import { CircleAlert, Clock } from 'lucide-react';
import type { Unsent } from '../api/outbox.ts';
import { outbox } from '../desk.ts';
import { clockTime } from '../words/time.ts';
import { Bubble } from './bubble.tsx';
import { returnToDraft } from './drafts.ts';
import { MessageText } from './message-text.tsx';

/** A reply between this browser and the server, or one that did not get there. */
export function UnsentRow({ unsent }: { unsent: Unsent }) {
  const { key, body, at, state, detail } = unsent;
  const sending = state === 'sending';
  return (
    <Bubble out isFollowOn={false} isFaint={sending}>
      <MessageText text={body} />
      {!sending && (
        <div role="alert" className="mt-1.5 rounded-sm bg-danger-soft px-2 py-1.5 text-s text-danger">
          <b className="font-semibold">Not sent.</b> {detail}
          <span className="mt-0.5 flex gap-4 text-ink">
            {state === 'not_sent' && (
              <button type="button" className="text-btn" onClick={() => outbox.retry(key)}>
                Retry
              </button>
            )}
            <button
              type="button"
              className="text-btn"
              onClick={() => {
                returnToDraft(unsent.conversationId, body);
                outbox.discard(key);
              }}
            >
              Back to the draft
            </button>
            <button type="button" className="text-btn" onClick={() => outbox.discard(key)}>
              Discard
            </button>
          </span>
        </div>
      )}
      <span className="mt-0.5 flex items-center justify-end gap-1.5 text-2xs text-ink-2">
        {!sending && <span className="text-danger">not sent</span>}
        <time dateTime={at}>{clockTime(at)}</time>
        <span role="img" aria-label={sending ? 'Sending' : 'Not sent'} className={sending ? '' : 'text-danger'}>
          {sending ? (
            <Clock aria-hidden size={14} strokeWidth={1.75} />
          ) : (
            <CircleAlert aria-hidden size={14} strokeWidth={1.75} />
          )}
        </span>
      </span>
    </Bubble>
  );
}
