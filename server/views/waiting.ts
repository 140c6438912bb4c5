// Of a message of ours: why it has not gone yet, and whether it may be or was sent again.

import type { MessageItem } from '@throughline/contract';
import { fragment } from '../db/sql.ts';
import { limits } from '../limits.ts';
import type { WaitingReason } from '../outbound/rules-waiting.ts';
import type { Reader } from '../words/viewer.ts';
import { waitingText } from './waiting-words.ts';

export interface WaitingRow {
  resentAs: string | null;
  resendOf: string | null;
  mayResend: boolean;
  waiting: Waiting | null;
}

/** Null where it is not queued, or has been for less than two seconds and nothing holds it. */
interface Waiting {
  reason: WaitingReason;
  until: string | null;
}

/** For a selection of `messages m`. Only a queued message is looked for among what is owed. */
export const waitingColumns = fragment`
    m.resent_as as "resentAs", m.resend_of as "resendOf", w.waiting,
    m.direction = 'out' and m.resent_as is null
      and (m.status = 'failed' or (m.status = 'unknown' and m.status_at < now() - ${limits.resendAfterMs}::int * interval '1 millisecond')) as "mayResend"`;

export const waitingJoins = fragment`
    left join lateral (
      select case
        when o.waits_for = 'undo' and o.not_before > now() then jsonb_build_object('reason', 'undo', 'until', o.not_before)
        when o.awaits_media is not null then jsonb_build_object('reason', 'media', 'until', null)
        when exists (select from outbound e where e.portfolio_id = o.portfolio_id and e.conversation_id = o.conversation_id
                       and e.state <> 'done' and e.seq < o.seq) then jsonb_build_object('reason', 'order', 'until', null)
        when o.not_before > now() then jsonb_build_object('reason', coalesce(o.waits_for, 'turn'), 'until', o.not_before)
        when l.paused_until > now() then jsonb_build_object('reason', l.paused_for, 'until', l.paused_until)
        when o.priority > 0 and l.begun_until > now() then jsonb_build_object('reason', l.begun_for, 'until', l.begun_until)
        when o.queued_at < now() - interval '2 seconds' then jsonb_build_object('reason', 'turn', 'until', null)
      end as waiting
      from outbound o
      left join sending_lanes l on l.portfolio_id = o.portfolio_id and l.phone_number_id = o.phone_number_id
      where m.status = 'queued' and o.portfolio_id = m.portfolio_id and o.message_id = m.id and o.state = 'waiting') w on true`;

type Parts = Pick<MessageItem, 'waiting' | 'mayResend' | 'resentAs' | 'resendOf'>;

export function waitingOf(reader: Reader, { waiting, mayResend, resentAs, resendOf }: WaitingRow): Parts {
  return {
    ...(waiting && { waiting: told(reader, waiting) }),
    ...(mayResend && { mayResend }),
    ...(resentAs && { resentAs }),
    ...(resendOf && { resendOf }),
  };
}

function told(reader: Reader, { reason, until }: Waiting) {
  return { reason, text: waitingText(reader, reason), until: until === null ? null : new Date(until).toISOString() };
}
