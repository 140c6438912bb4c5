// What is of use for hours or days goes, a bounded number of rows at a time. What a portfolio chooses how long to keep: sweep-outdated.ts.

import { forgetKeys } from '../access/idempotency.ts';
import { sweepSessions } from '../access/store.ts';
import { forget as forgetChanges } from '../changes/store.ts';
import { forgetHeldAnswers } from '../conversations/held-answers.ts';
import { forgetEarly } from '../conversations/statuses.ts';
import type { Transaction } from '../db/connect.ts';
import { forgetDrafts } from '../drafts/store.ts';
import { forgetErrands } from '../errands/store.ts';
import { forgetRawKeys } from '../inbox/raw-keys.ts';
import { forgetUnclaimed } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { portfolioIds } from '../numbers/store.ts';
import { forgetUses } from '../outbound/messaging-uses.ts';
import { forget as forgetSends } from '../outbound/store.ts';
import { forgetLog } from '../relay/log.ts';
import { forgetOldEvents } from './forget-events.ts';

const rowsAtOnce = 5_000;

/** Answers how many rows went. */
export async function forgetExpired(tx: Transaction, now: Date): Promise<number> {
  const unclaimed = await forgetUnclaimed(tx, limits.unclaimedDays, rowsAtOnce);
  const rawKeys = await forgetRawKeys(tx, {
    now,
    days: limits.inboxRetentionDays,
    unclaimedDays: limits.unclaimedDays,
  });
  const changes = await forgetChanges(tx, limits.changesRetentionHours, rowsAtOnce);
  const early = await forgetEarly(tx, limits.earlyStatusRetentionDays);
  const sends = await forgetSends(tx, {
    hours: limits.paidSendHours,
    unresolvedDays: limits.unresolvedSendDays,
    limit: rowsAtOnce,
  });
  const held = await forgetHeldAnswers(tx, limits.heldAnswerHours);
  const drafts = await forgetDrafts(tx, {
    before: new Date(now.getTime() - limits.draftDays * 24 * 60 * 60 * 1000),
    limit: rowsAtOnce,
  });
  const errands = await forgetErrands(tx, limits.errandDays, rowsAtOnce);
  const uses = await forgetUses(tx, rowsAtOnce);
  let events = 0;
  const loggedBefore = new Date(now.getTime() - limits.relayLogDays * 24 * 60 * 60 * 1000);
  for (const id of await portfolioIds(tx)) {
    events += await forgetOldEvents(tx, id, { now: now.getTime(), limit: rowsAtOnce });
    events += await forgetLog(tx, id, { before: loggedBefore, limit: rowsAtOnce });
  }
  const keys = await forgetKeys(tx, limits.idempotencyHours);
  const sessions = await sweepSessions(tx, now);
  const parts = [unclaimed, rawKeys, changes, early, sends, held, drafts, errands, events, uses, keys, sessions];
  return parts.reduce((sum, one) => sum + one, 0);
}
