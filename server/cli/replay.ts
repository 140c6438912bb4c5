// `replay`: parked items once more.

import { type Database, inTransaction } from '../db/connect.ts';
import { replayParked } from '../flows/replay-parked.ts';
import { parkedPage } from '../inbox/store.ts';
import { type Command, UsageError, withDatabase } from './command.ts';

export const replayCommand: Command = {
  help: `throughline replay ID...        these
throughline replay --all        everything that is parked

They are applied by the running service, or at its next start.`,
  flags: { all: { type: 'boolean' } },
  run: async ({ values, rest, print, say }) => {
    if (!values.all && rest.length === 0) throw new UsageError('Say which, by id, or --all.');
    const replayed = await withDatabase(say, async (db) => {
      const done: string[] = [];
      // All are read before the first is replayed: one that fails again is parked anew, and must not come round for ever.
      for (const id of values.all ? await allParked(db) : rest)
        if ((await inTransaction(db, (tx) => replayParked(tx, id, 'all'))) === 'replayed') done.push(id);
      return done;
    });
    print(`${replayed.length} replayed.`, { replayed });
    return 0;
  },
};

async function allParked(db: Database): Promise<string[]> {
  const ids: string[] = [];
  for (let before: { at: string; id: string } | undefined; ; ) {
    const page = await parkedPage(db, { portfolios: 'all', state: 'parked', before, limit: 1000 });
    ids.push(...page.map((row) => row.id));
    const last = page.at(-1);
    if (!last) return ids;
    before = { at: last.parkedAt.toISOString(), id: last.id };
  }
}
