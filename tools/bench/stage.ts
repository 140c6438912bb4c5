// Where the bench plays: a real embedded PostgreSQL in a temporary home, durable as in production, and fresh databases in it,
// each migrated and with one business number connected.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseE164, parsePortfolioId } from '@throughline/identity';
import { assertDurable, connect, type Database, inTransaction } from '../../server/db/connect.ts';
import { openEmbedded } from '../../server/db/embedded/open-embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { route } from '../../server/inbox/store.ts';
import { register } from '../../server/numbers/store.ts';
import { benchKeys } from './keys.ts';
import { ours } from './webhooks.ts';

export interface Stage {
  readonly home: string;
  readonly postgres: string;
  /** A new migrated database of its own, opened. Closing it drops it. */
  database(): Promise<StageDatabase>;
  close(): Promise<void>;
}

export interface StageDatabase extends Database {
  readonly url: string;
}

const template = 'bench_template';

export async function openStage(say: (line: string) => void): Promise<Stage> {
  const home = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  // As root, the database runs as an ordinary user, who must be able to walk through.
  chmodSync(home, 0o711);
  const embedded = await openEmbedded({ home, say });
  const server = connect(embedded.url, { connections: 1, name: 'throughline-bench' });
  const close = async () => {
    await server.close();
    await embedded.close();
    for (const folder of [embedded.dataFolder, home]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await assertDurable(server);
    const [row] = await server.sql<{ version: string }[]>`select current_setting('server_version') as version`;
    await makeTemplate(server, embedded.url);
    let made = 0;
    const database = () => cloneTemplate(server, embedded.url, `bench_${++made}`);
    return { home, postgres: row?.version ?? 'unknown', database, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeTemplate(server: Database, serverUrl: string): Promise<void> {
  await server.sql.unsafe(`create database ${template}`);
  const url = withName(serverUrl, template);
  await migrate(url);
  const db = connect(url, { connections: 1 });
  try {
    const portfolioId = parsePortfolioId(ours.portfolioId);
    const displayPhone = parseE164(ours.displayPhone);
    if (!portfolioId || !displayPhone) throw new Error('The bench has a business number that cannot be connected.');
    await inTransaction(db, async (tx) => {
      const { phoneNumberId, wabaId } = ours;
      const names = { name: 'Bench', portfolioName: 'Bench' };
      await register(tx, { portfolioId, phoneNumberId, wabaId, displayPhone, ...names });
      await route(tx, wabaId, portfolioId);
    });
  } finally {
    await db.close();
  }
}

async function cloneTemplate(server: Database, serverUrl: string, name: string): Promise<StageDatabase> {
  await server.sql.unsafe(`create database ${name} template ${template}`);
  const url = withName(serverUrl, name);
  const db = connect(url, { connections: 4, name: 'throughline-bench', keys: benchKeys });
  return {
    ...db,
    url,
    close: async () => {
      await db.close();
      await server.sql.unsafe(`drop database ${name} with (force)`);
    },
  };
}

function withName(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
