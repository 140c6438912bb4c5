// A process that carries an erasure out, as the service does: the ledger is looked at, what was begun is gone on with, and Meta is asked. Told
// by its arguments where to die: at the n-th statement of a step, before it is sent or some milliseconds after.

import { defaultPolicy } from '@throughline/identity';
import pino from 'pino';
import { connect } from '../../server/db/connect.ts';
import { noFigures } from '../../server/figures.ts';
import { assertLedgerKept } from '../../server/flows/keep-ledger.ts';
import { toolsWith } from '../../server/flows/tools.ts';
import { erasePeople } from '../../server/jobs/erase-people.ts';
import { runErrands } from '../../server/jobs/run-errands.ts';
import { openLedger } from '../../server/privacy/ledger.ts';

export interface Task {
  url: string;
  graphUrl: string;
  ledger: string;
  secret: string;
  request: string;
  /** Milliseconds; each process comes later than the one before. */
  now: number;
  /** `statement` from 1; `afterMs` undefined: before it is sent. */
  die: { step: string; statement: number; afterMs: number | undefined } | undefined;
}

/** What the parent is told: how many statements each step took. */
export type Told = [step: string, statements: number][];

const task = JSON.parse(process.argv[2] ?? '{}') as Task;
const log = pino({ level: 'silent' });
const db = connect(task.url, { connections: 2 });
const counts = watchStatements();
const ledger = openLedger(task.ledger);
let now = task.now;
const tools = { ...toolsWith(task.secret), clock: () => now };
await assertLedgerKept(db, ledger, tools.newId);
// What the one before had claimed is lent to it for a while: time is advanced, not waited for.
await db.sql`update errands set not_before = now() where state = 'waiting'`;
for (;;) {
  await erasePeople({ db, deciding: { policy: defaultPolicy, tools }, ledger, log, wakeErrands: () => {} });
  const [row] = await db.sql<{ state: string }[]>`select state from privacy_requests where id = ${task.request}`;
  if (row?.state === 'done') break;
  await runErrands({
    db,
    graph: { url: task.graphUrl, version: 'v26.0', accessToken: 'a token' },
    tools,
    log,
    figures: noFigures(),
  });
  now += 2_000;
}
await db.close();
process.stdout.write(JSON.stringify([...counts] satisfies Told), () => process.exit(0));

/** Which step it is at is what it last wrote down about that. */
function watchStatements(): Map<string, number> {
  const seen = new Map<string, number>();
  let step = 'begin';
  db.connections.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      step = stepIn(given[0]) ?? step;
      const number = (seen.get(step) ?? 0) + 1;
      seen.set(step, number);
      const { die } = task;
      if (!die || die.step !== step || die.statement !== number) return query(...given);
      if (die.afterMs === undefined) process.kill(process.pid, 'SIGKILL');
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), die.afterMs);
      return query(...given);
    }) as typeof client.query;
  });
  return seen;
}

function stepIn(statement: unknown): string | undefined {
  const { text = '', values } = statement as { text?: string; values?: readonly unknown[] };
  if (!text.includes('update privacy_requests set progress')) return undefined;
  const [progress] = JSON.parse(String(values?.[0])) as { step?: string }[];
  return progress?.step;
}
