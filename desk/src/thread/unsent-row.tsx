import { CircleAlert, Clock } from 'lucide-react';
import { Suspense } from 'react';
import type { Unsent } from '../api/outbox.ts';
import { outbox } from '../desk.ts';
import { say } from '../words/say.tsx';
import { clockTime } from '../words/time.ts';
import { Bubble } from './bubble.tsx';
import { RichContent } from './kinds/lazy-content.tsx';
import { MessageText } from './message-text.tsx';
import { mayReturn, toDraft } from './to-draft.ts';
import { itemOf, wordsOfContent } from './unsent-item.ts';

/** A message between this browser and the server, or one that did not get there. */
export function UnsentRow({ unsent, name }: { unsent: Unsent; name: string }) {
  const { key, at, state, detail, content } = unsent;
  const sending = state === 'sending';
  return (
    <Bubble out isFollowOn={false} isFaint={sending}>
      {content.type === 'text' || content.type === 'reaction' ? (
        <MessageText text={wordsOfContent(content)} />
      ) : (
        <Suspense fallback={<MessageText text={wordsOfContent(content)} />}>
          <RichContent item={itemOf(unsent)} name={name} />
        </Suspense>
      )}
      {!sending && (
        <div role="alert" className="mt-1.5 rounded-sm bg-danger-soft px-2 py-1.5 text-s text-danger">
          <b className="font-semibold">{say('thread.notSent')}</b> {detail}
          <span className="mt-0.5 flex flex-wrap gap-x-4 text-ink">
            {state === 'not_sent' && (
              <button type="button" className="text-btn text-ink! underline" onClick={() => outbox.retry(key)}>
                {say('thread.retry')}
              </button>
            )}
            {mayReturn(unsent) && (
              <button
                type="button"
                className="text-btn text-ink! underline"
                onClick={() => {
                  toDraft(unsent);
                  outbox.discard(key);
                }}
              >
                {say('thread.backToDraft')}
              </button>
            )}
            <button type="button" className="text-btn text-ink! underline" onClick={() => outbox.discard(key)}>
              {say('thread.discard')}
            </button>
          </span>
        </div>
      )}
      <span className="mt-0.5 flex items-center justify-end gap-1.5 text-2xs text-ink-2">
        {!sending && <span className="text-danger">{say('thread.notSentShort')}</span>}
        <time dateTime={at}>{clockTime(at)}</time>
        <span
          role="img"
          aria-label={sending ? say('thread.sending') : say('thread.notSentMark')}
          className={sending ? '' : 'text-danger'}
        >
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
