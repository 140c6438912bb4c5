import type { ConversationDetail } from '@throughline/contract';
import { Ban, Hourglass, ShieldBan, Unplug } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazily } from '../shell/lazily.ts';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { say, show } from '../words/say.tsx';
import { clockTime, dayWord } from '../words/time.ts';
import type { Held } from './reply-rules.ts';

const icons = { window_closed: Hourglass, address_lost: Unplug, blocked: Ban, restricted: ShieldBan } as const;

const SendTemplate = lazily(async () => (await import('./compose/send-template.tsx')).SendTemplate);

interface Props {
  conversation: ConversationDetail;
  held: Held | 'blocked' | 'restricted';
  hasDraft: boolean;
}

/** Where a reply cannot go: why, and what would open the way again. */
export function ClosedComposer({ conversation, held, hasDraft }: Props) {
  const now = useNow();
  const { contact, windowClosesAt } = conversation;
  const name = <bdi>{contact.displayName}</bdi>;
  const may = useMay();
  const [picking, setPicking] = useState(false);
  const mayTemplate = held === 'window_closed' && may('templates:read') && may('conversations:reply');
  if (picking && mayTemplate) {
    return (
      <div className="max-h-[60vh] overflow-y-auto p-3">
        <Suspense fallback={<div className="skeleton h-40" />}>
          <SendTemplate conversation={conversation} onClose={() => setPicking(false)} />
        </Suspense>
      </div>
    );
  }
  const Icon = icons[held];
  return (
    <div role="note" aria-label={say('thread.replies')} className="flex gap-3 px-4 py-3">
      <Icon aria-hidden size={19} strokeWidth={1.75} className="mt-0.5 shrink-0 text-warn" />
      <div className="min-w-0">
        {held === 'window_closed' ? (
          <>
            <p className="font-semibold">
              {windowClosesAt === null
                ? say('thread.windowClosed')
                : say('thread.windowClosedAt', {
                    day: dayWord(windowClosesAt, now),
                    time: clockTime(windowClosesAt),
                  })}
            </p>
            <p className="mt-0.5 text-ink-2">{show('thread.windowClosedWhy', { name })}</p>
          </>
        ) : held === 'blocked' ? (
          <>
            <p className="font-semibold">
              {show('thread.blocked', { name, business: <bdi>{conversation.businessNumber.name}</bdi> })}
            </p>
            <p className="mt-0.5 text-ink-2">{say('thread.blockedWhy')}</p>
          </>
        ) : held === 'restricted' ? (
          <>
            <p className="font-semibold">{show('thread.restricted', { name })}</p>
            <p className="mt-0.5 text-ink-2">{show('thread.restrictedWhy', { name })}</p>
          </>
        ) : (
          <>
            <p className="font-semibold">{show('thread.noWay', { name })}</p>
            <p className="mt-0.5 text-ink-2">{show('thread.noWayWhy', { name })}</p>
          </>
        )}
        {hasDraft && <p className="mt-1 text-s text-ink-3">{say('thread.draftKept')}</p>}
        {mayTemplate && (
          <button type="button" className="btn btn-main mt-2" onClick={() => setPicking(true)}>
            {say('thread.sendTemplate')}
          </button>
        )}
      </div>
    </div>
  );
}
