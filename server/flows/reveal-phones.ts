// Somebody who sees numbers masked is shown one person's in full: written down first, and not more often than is allowed.

import type { RevealReason } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Actor } from '../access/actor.ts';
import { actsSince, append } from '../audit/store.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';

const hourMs = 60 * 60 * 1000;

export interface Revealing {
  portfolioId: PortfolioId;
  contactId: string;
  actor: Actor;
  reason: RevealReason | undefined;
}

/** Counted from the log itself, so that every node counts the same. Two at one moment may both be let through. */
export async function revealPhones(
  tx: Transaction,
  { portfolioId, contactId, actor, reason }: Revealing,
): Promise<'revealed' | 'too_many'> {
  const lately = await actsSince(tx, { act: 'phone_revealed', actorId: actor.id, withinMs: hourMs });
  if (lately >= limits.revealsPerHour) return 'too_many';
  const subject = { kind: 'contact', id: contactId } as const;
  const detail = reason === undefined ? {} : { reason };
  await append(tx, { act: 'phone_revealed', actor, subject, portfolio: portfolioId, detail });
  return 'revealed';
}
