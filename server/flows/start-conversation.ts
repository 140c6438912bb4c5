// A conversation we begin: by phone only. A username is nobody's address, and a BSUID needs a relationship that exists already.

import {
  type ContactId,
  type EvidenceId,
  isUndialable,
  type Policy,
  type PortfolioId,
  parseE164,
  phoneKeyOf,
  replyAddress,
  tieOf,
} from '@throughline/identity';
import { holderOfContact, wasEverHeld } from '../contacts/find.ts';
import { stateAround } from '../contacts/load.ts';
import type { Content } from '../conversations/rules-said.ts';
import { threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { policyOf } from '../numbers/policy.ts';
import type { BusinessNumber } from '../numbers/store.ts';
import { priorities } from '../outbound/store.ts';
import type { Answerer } from './note-work.ts';
import { openThreads } from './open-threads.ts';
import { queueMessages } from './queue-messages.ts';
import { resolveIdentities } from './resolve-identities.ts';
import { composeIn, type ReplyOutcome, reachIn, windowClosed } from './send-reply.ts';
import type { Tools } from './tools.ts';

export interface Start {
  from: BusinessNumber;
  to: { kind: 'phone' | 'contact' | 'username' | 'bsuid'; value: string };
  content: Content;
  author: string;
  /** The author, where it is a person signed in here. */
  agent?: Answerer | undefined;
}

export type StartOutcome =
  | ReplyOutcome
  | { kind: 'username_not_addressable' }
  | { kind: 'bsuid_needs_relationship' }
  | { kind: 'phone_required' }
  | { kind: 'phone_invalid' }
  | { kind: 'own_number' }
  /** A number that stands for somebody towards an integration: only that integration may write to it. */
  | { kind: 'alias_not_dialable' }
  | { kind: 'no_contact' }
  | { kind: 'do_not_contact' };

export async function startConversation(
  tx: Transaction,
  start: Start,
  { policy, tools }: { policy: Policy; tools: Tools },
): Promise<StartOutcome> {
  const { to, from } = start;
  if (to.kind === 'username') return { kind: 'username_not_addressable' };
  if (to.kind === 'bsuid') return { kind: 'bsuid_needs_relationship' };
  // Whoever decides about people holds the portfolio's lane.
  await lockLane(tx, from.portfolioId);
  const found =
    to.kind === 'contact'
      ? await byContact(tx, from.portfolioId, to.value)
      : await byPhone(tx, start, { policy, tools });
  if (found.holderId === undefined) return { kind: found.kind };
  const threads = await openThreads(
    tx,
    from.portfolioId,
    [{ holderId: found.holderId, phoneNumberId: from.phoneNumberId, at: tools.clock() }],
    tools,
  );
  const thread = await threadById(tx, [from.portfolioId], [...threads.values()][0] ?? '', true);
  if (!thread) return { kind: 'no_conversation' };
  const closed = start.content.type === 'template' ? undefined : windowClosed(thread, tools.clock());
  if (closed) return closed;
  const reach = await reachIn(tx, thread);
  if (reach?.blockedOn.has(from.phoneNumberId)) return { kind: 'blocked' };
  if (reach?.doNotContact) return { kind: 'do_not_contact' };
  const around = await stateAround(tx, from.portfolioId, found.holderId);
  const address = around ? replyAddress(around.state, found.holderId) : undefined;
  if (address?.kind !== 'phone') return { kind: 'phone_required' };
  const composed = await composeIn(tx, thread, start.content, tools);
  if ('refused' in composed) return composed.refused;
  if (composed.isMarketing && reach?.marketingStopped) return { kind: 'marketing_stopped' };
  const outgoing = { thread, address, composed, author: start.author, agent: start.agent, priority: priorities.begun };
  const [messageId = ''] = await queueMessages(tx, from.portfolioId, [outgoing], tools);
  return { kind: 'queued', messageId, conversationId: thread.id, portfolioId: from.portfolioId };
}

async function byContact(tx: Transaction, portfolioId: PortfolioId, contactId: string) {
  const holderId = await holderOfContact(tx, portfolioId, contactId as ContactId);
  return holderId ? { holderId } : ({ kind: 'no_contact' } as const);
}

/**
 * The number becomes known by our writing to it: evidence like any other, only weaker. Where nobody was ever known by it, it is dated a
 * little back: Meta's statuses are of whole seconds and by its own clock, and one that seemed to be from before would not teach which
 * account the number has; the answer of somebody who hides the number would then begin another conversation.
 */
async function byPhone(tx: Transaction, { from, to }: Start, { policy, tools }: { policy: Policy; tools: Tools }) {
  const phone = parseE164(to.value);
  if (!phone) return { kind: 'phone_invalid' } as const;
  if (isUndialable(phone)) return { kind: 'alias_not_dialable' } as const;
  const rules = await policyOf(tx, from.portfolioId, policy);
  if (rules.blockedPhones.has(phoneKeyOf(phone))) return { kind: 'own_number' } as const;
  const known = await wasEverHeld(tx, from.portfolioId, phoneKeyOf(phone));
  const at = tools.clock() - (known ? 0 : limits.clocksApartMs);
  const id = tools.keyed(`started/${tools.newId()}`) as EvidenceId;
  const resolved = await resolveIdentities(
    tx,
    from.portfolioId,
    [{ kind: 'seen-together', id, at, receivedAt: at, by: 'business', phone }],
    rules,
    tools,
  );
  const holderId = resolved.holderOf({ phone }, { at, tie: tieOf(id, { phone }) });
  return holderId ? { holderId } : ({ kind: 'phone_required' } as const);
}
