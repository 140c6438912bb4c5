// The last look before a send: is its window still open, is it not too old, does Meta's limit on pairs and on the portfolio leave
// room. What may go is claimed, which is committed before the call; what may not yet waits, and says what for.

import type { PortfolioId } from '@throughline/identity';
import { windowClosesAt } from '@throughline/whatsapp';
import { lastHeard } from '../conversations/windows.ts';
import type { Transaction } from '../db/connect.ts';
import { countUses, noteUses, usesAmong } from '../outbound/messaging-uses.ts';
import { admittedByLimit } from '../outbound/rules-messaging-limit.ts';
import type { Pairs } from '../outbound/rules-pairs.ts';
import { oldestMs } from '../outbound/rules-retry.ts';
import { type Claiming, claim, type Due, type Postponed, postpone } from '../outbound/store.ts';
import type { Tools } from './tools.ts';

/** Why a message is refused by ourselves, uncalled. */
export type Withheld = 'window_closed' | 'too_old';

export interface ClaimedSends {
  go: Due[];
  withheld: { due: Due; why: Withheld }[];
  postponed: number;
  /** Set where the portfolio may begin with nobody more: how long until it may. */
  limitReachedForMs?: number;
}

export interface Allowances {
  pairs: Pairs;
  /** People the portfolio may begin with in a day; null: no limit is known. */
  messagingLimit: number | null;
  /** For the pairs, in milliseconds. */
  now: number;
}

export async function claimSends(
  tx: Transaction,
  claiming: Claiming,
  allowances: Allowances,
  tools: Tools,
): Promise<ClaimedSends> {
  const due = await claim(tx, claiming);
  const claimed: ClaimedSends = { go: [], withheld: [], postponed: 0 };
  if (due.length === 0) return claimed;
  const { portfolioId } = claiming;
  const heard = await lastHeard(
    tx,
    portfolioId,
    due.map((one) => one.conversationId),
  );
  const isOpen = (one: Due) => {
    const at = heard.get(one.conversationId);
    return at !== undefined && tools.clock() < windowClosesAt(at);
  };
  const begun = due.filter((one) => isTemplate(one) && !isOpen(one));
  const limit = await withinLimit(tx, portfolioId, begun, allowances.messagingLimit, tools);
  const later: Postponed[] = [];
  const wait = (one: Due, afterMs: number, waitsFor: Postponed['waitsFor']) =>
    later.push({ messageId: one.messageId, request: one.request, afterMs, waitsFor, refusal: null, called: false });
  for (const one of due) {
    if (one.ageMs > oldestMs(one.priority)) claimed.withheld.push({ due: one, why: 'too_old' });
    else if (!isTemplate(one) && !isOpen(one)) claimed.withheld.push({ due: one, why: 'window_closed' });
    else if (limit.held.has(one.messageId)) wait(one, limit.forMs, 'messaging_limit');
    else {
      const pairMs = allowances.pairs.admit(addressOf(one), allowances.now);
      if (pairMs > 0) wait(one, pairMs, 'pair');
      else claimed.go.push(one);
    }
  }
  await postpone(tx, portfolioId, later);
  claimed.postponed = later.length;
  if (limit.held.size > 0) claimed.limitReachedForMs = limit.forMs;
  return claimed;
}

const longestLimitWaitMs = 3_600_000;
const shortestLimitWaitMs = 60_000;

/** Counts those who may be begun with; answers whose turn has to wait until somebody of yesterday counts no more. */
async function withinLimit(
  tx: Transaction,
  portfolioId: PortfolioId,
  begun: readonly Due[],
  limit: number | null,
  tools: Tools,
): Promise<{ held: Set<string>; forMs: number }> {
  if (begun.length === 0) return { held: new Set(), forMs: 0 };
  // By address, hashed: the same person counts once for all numbers of the portfolio, and nobody is named here.
  const personOf = (one: Due) => tools.keyed(`begun/${addressOf(one)}`);
  const people = begun.map(personOf);
  if (limit === null) {
    await noteUses(tx, portfolioId, people);
    return { held: new Set(), forMs: 0 };
  }
  const [{ count, firstEndsInMs }, known] = await Promise.all([
    countUses(tx, portfolioId),
    usesAmong(tx, portfolioId, people),
  ]);
  const admitted = admittedByLimit(people, { count, known }, limit);
  await noteUses(tx, portfolioId, [...admitted]);
  return {
    held: new Set(begun.filter((one) => !admitted.has(personOf(one))).map((one) => one.messageId)),
    forMs: Math.min(longestLimitWaitMs, Math.max(shortestLimitWaitMs, firstEndsInMs)),
  };
}

const isTemplate = (one: Due): boolean => one.request.type === 'template';

/** As Meta is told it: one of the two is there. */
function addressOf({ request }: Due): string {
  return String(request.to ?? request.recipient ?? '');
}
