// Time's door to privacy requests: reminds of those that are due, forgets codes and watermarks that are over, and records past their time.

import { type Database, inTransaction } from '../db/connect.ts';
import { noteStep } from '../flows/privacy-steps.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { service } from '../privacy/acts.ts';
import { forgetCodes } from '../privacy/codes.ts';
import { forgetMarks } from '../privacy/marks.ts';
import { soonBefore } from '../privacy/rules-due.ts';
import { changeRequest, forgetRequests, toRemind } from '../privacy/store.ts';

const remindedAtOnce = 100;

export async function tendPrivacy({ db, tools }: { db: Database; tools: Tools }): Promise<number> {
  const now = new Date(tools.clock());
  const reminded = await inTransaction(db, async (tx) => {
    const due = await toRemind(tx, {
      soonBefore: new Date(soonBefore(now.getTime())),
      now,
      limit: remindedAtOnce,
    });
    for (const request of due) {
      const urgency = request.dueAt < now ? ('late' as const) : ('soon' as const);
      await changeRequest(tx, { ...request, reminded: urgency });
      await noteStep(tx, request, { act: 'reminded', actor: service, detail: { urgency } }, tools);
    }
    return due.length;
  });
  const kept = new Date(now);
  kept.setUTCMonth(kept.getUTCMonth() - limits.privacyRecordsMonths);
  const forgotten = await inTransaction(
    db,
    async (tx) =>
      (await forgetCodes(tx, now)) + (await forgetMarks(tx, now)) + (await forgetRequests(tx, kept, remindedAtOnce)),
  );
  return reminded === remindedAtOnce || forgotten >= remindedAtOnce ? 1 : 0;
}
