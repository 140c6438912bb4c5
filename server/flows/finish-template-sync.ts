// A listing of templates has ended, well or not: that is noted, and desks that show it are told.

import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { finishSync, type SyncRun } from '../templates/syncs.ts';
import type { Tools } from './tools.ts';

export async function finishTemplateSync(
  tx: Transaction,
  run: SyncRun,
  outcome: Parameters<typeof finishSync>[2],
  tools: Tools,
): Promise<void> {
  await finishSync(tx, run, outcome);
  await record(tx, run.portfolioId, [{ kind: 'template', subjectId: tools.newId() }]);
}
