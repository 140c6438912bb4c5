// The time of a schedule has come: its export is written down to be made, and when it comes again. However long nobody looked, it is made once.

import type { Transaction } from '../db/connect.ts';
import { lastDays, nextAfter } from '../exports/rules-schedule.ts';
import { dueSchedule, setNext } from '../exports/schedules.ts';
import { addExport } from '../exports/store.ts';
import type { Tools } from './tools.ts';

/** One of them. Answers 0 where none is due. */
export async function makeScheduledExport(tx: Transaction, tools: Tools): Promise<number> {
  const now = tools.clock();
  const due = await dueSchedule(tx, new Date(now));
  if (!due) return 0;
  const { portfolioId, kind, format, phoneNumberId, tagId, accounts, phones, language, zone } = due;
  const { createdBy, createdName } = due;
  // Of the days before the one it was meant for, also where it is made late.
  const meant = due.nextAt?.getTime() ?? now;
  const time = due.lastDays === null ? { from: null, until: null } : lastDays(due.lastDays, zone, meant);
  await addExport(tx, {
    ...{ portfolioId, id: tools.newId(), kind, format, phoneNumberId, tagId, accounts, phones, language, ...time },
    ...{ scheduleId: due.id, createdAt: new Date(now), createdBy, createdName },
  });
  await setNext(tx, due, new Date(nextAfter(due, now)));
  return 1;
}
