// The drain, as a process: applies what waits in the inbox, once for each task it is given.

import { defaultPolicy } from '@throughline/identity';
import pino from 'pino';
import { connect } from '../../server/db/connect.ts';
import { toolsWith } from '../../server/flows/tools.ts';
import { drainInbox } from '../../server/jobs/drain-inbox.ts';
import { benchKeys } from './keys.ts';

export interface DrainResult {
  webhooks: number;
  elapsedMs: number;
  /** Of this process; the rest is PostgreSQL's and waiting. */
  cpuMs: number;
}

const db = connect(process.env.DATABASE_URL ?? '', { connections: 4, name: 'drain', keys: benchKeys });
const tools = toolsWith('bench-secret-of-more-than-32-characters');
const log = pino({ level: 'warn' }, pino.destination(2));

process.on('message', async () => {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const webhooks = await drainInbox({ db, policy: defaultPolicy, tools, log });
  const { user, system } = process.cpuUsage(cpu);
  const result: DrainResult = { webhooks, elapsedMs: performance.now() - started, cpuMs: (user + system) / 1000 };
  process.send?.(result);
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
await db.sql`select 1`;
process.send?.({ ready: 'drain' });
