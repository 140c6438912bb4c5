import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageItem } from '@throughline/contract';
import { useState } from 'react';
import { useCallKey } from '../api/call-key.ts';
import { cancelMessage, resendMessage } from '../api/messages.ts';
import { keys } from '../api/queries.ts';
import { placeItem } from '../desk.ts';
import { useNow } from '../shell/use-now.ts';
import { say } from '../words/say.tsx';
import { clockTime, dayWord } from '../words/time.ts';

interface Props {
  item: MessageItem;
  onFind: (id: string) => void;
}

/** Where a message of ours stands, where that needs words: why it waits, why it failed, and what may be done. */
export function DeliveryNote({ item, onFind }: Props) {
  if (item.direction !== 'out') return null;
  return (
    <>
      {item.resendOf !== undefined && (
        <Linked id={item.resendOf} words={say('thread.sentAgainAfter')} onFind={onFind} />
      )}
      {/* What is only held for its author to take it back says so over the composer. */}
      {item.status === 'queued' && item.waiting && item.waiting.reason !== 'undo' && (
        <Waiting item={item} waiting={item.waiting} />
      )}
      {item.status === 'failed' && <Failure item={item} />}
      {item.status === 'unknown' && <Unknown item={item} />}
      {item.status === 'cancelled' && <p className="mt-1.5 text-s text-ink-2 italic">{say('thread.takenBack')}</p>}
      {item.resentAs !== undefined && <Linked id={item.resentAs} words={say('thread.wasSentAgain')} onFind={onFind} />}
    </>
  );
}

function Waiting({ item, waiting }: { item: MessageItem; waiting: NonNullable<MessageItem['waiting']> }) {
  const client = useQueryClient();
  const now = useNow();
  const cancel = useMutation({
    mutationFn: () => cancelMessage(item),
    onSuccess: (after) => after && placeItem(after),
    onSettled: () => client.invalidateQueries({ queryKey: keys.thread(item.conversationId) }),
  });
  return (
    <div className="mt-1.5 rounded-sm bg-warn-soft px-2 py-1.5 text-s">
      <p className="text-warn">
        {waiting.text}
        {waiting.until !== null &&
          ` ${say('thread.waitsUntil', { day: dayWord(waiting.until, now), time: clockTime(waiting.until) })}`}
      </p>
      <button
        type="button"
        className="text-btn text-ink! underline"
        disabled={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {say('thread.takeBack')}
      </button>
      <span role="status" className="block text-danger">
        {cancel.isError && cancel.error.message}
      </span>
    </div>
  );
}

function Failure({ item }: { item: MessageItem }) {
  const again = useResend(item);
  return (
    <div className="mt-1.5 rounded-sm bg-danger-soft px-2 py-1.5 text-s">
      <p className="text-danger">{item.failure?.text ?? say('thread.whatsappFailed')}</p>
      {item.mayResend && item.resentAs === undefined && (
        <button
          type="button"
          className="text-btn text-ink! underline"
          disabled={again.isPending}
          onClick={() => again.mutate()}
        >
          {say('thread.sendAgain')}
        </button>
      )}
      <span role="status" className="block text-danger">
        {again.isError && again.error.message}
      </span>
    </div>
  );
}

/** Its fate is not known: sending it again is a decision, and may make it arrive twice. */
function Unknown({ item }: { item: MessageItem }) {
  const again = useResend(item);
  const [asked, setAsked] = useState(false);
  return (
    <div className="mt-1.5 rounded-sm bg-warn-soft px-2 py-1.5 text-s">
      <p className="text-warn">{say('thread.fateUnknown')}</p>
      {item.mayResend && item.resentAs === undefined && !asked && (
        <button type="button" className="text-btn text-ink! underline" onClick={() => setAsked(true)}>
          {say('thread.sendAgainAsk')}
        </button>
      )}
      {asked && item.resentAs === undefined && (
        <fieldset aria-label={say('thread.sendItAgainTitle')} className="mt-1">
          <p className="font-medium">{say('thread.sendItAgainAsk')}</p>
          <span className="flex gap-4">
            <button
              type="button"
              // biome-ignore lint/a11y/noAutofocus: the question took the place of the button that had the focus
              autoFocus
              className="text-btn text-ink! underline"
              disabled={again.isPending}
              onClick={() => again.mutate()}
            >
              {say('thread.sendItAgain')}
            </button>
            <button type="button" className="text-btn text-ink! underline font-normal!" onClick={() => setAsked(false)}>
              {say('thread.leaveIt')}
            </button>
          </span>
        </fieldset>
      )}
      <span role="status" className="block text-danger">
        {again.isError && again.error.message}
      </span>
    </div>
  );
}

function Linked({ id, words, onFind }: { id: string; words: string; onFind: (id: string) => void }) {
  return (
    <button
      type="button"
      className="mt-1 block min-h-6 text-s font-medium text-accent hover:underline"
      onClick={() => onFind(id)}
    >
      {words}
    </button>
  );
}

function useResend(item: MessageItem) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  return useMutation({
    mutationFn: () => resendMessage(item, keyFor(['resend', item.id])),
    onSuccess: (after) => {
      placeItem(after);
      placeItem({ ...item, resentAs: after.id, mayResend: false });
      void client.invalidateQueries({ queryKey: keys.thread(item.conversationId) });
    },
  });
}
