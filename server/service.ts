// The running service, put together: database, doors and jobs, opened in order and closed in reverse.

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultPolicy } from '@throughline/identity';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createAccess } from './access/access.ts';
import { openBlobs } from './blobs/blobs.ts';
import type { Config } from './config.ts';
import { assertDurable, connect, type Database } from './db/connect.ts';
import { openEmbedded } from './db/embedded/open-embedded.ts';
import { migrate } from './db/migrate.ts';
import { noFigures } from './figures.ts';
import { bringRole } from './flows/bring-role.ts';
import { noteSignIn } from './flows/note-sign-in.ts';
import { assertLedgerKept } from './flows/replay-ledger.ts';
import { toolsWith } from './flows/tools.ts';
import { createApp } from './http/app.ts';
import { groupCommit } from './inbox/group-commit.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { limits } from './limits.ts';
import { linkKey } from './media/links.ts';
import { openLedger } from './privacy/ledger.ts';

export interface Service {
  app: FastifyInstance;
  db: Database;
  url: string;
  close(): Promise<void>;
}

export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** The database the configuration names, or the embedded one, migrated. `say` tells a person what takes time. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const own = config.databaseUrl ? undefined : await openEmbedded({ home: config.home, say });
  const url = config.databaseUrl ?? own?.url ?? '';
  try {
    const applied = await migrate(url);
    if (applied.length > 0)
      say(
        `Brought the database up to date: ${applied.length === 1 ? 'one migration' : `${applied.length} migrations`}.`,
      );
    return { url, close: async () => own?.close() };
  } catch (error) {
    await own?.close();
    throw error;
  }
}

/** @throws when the database cannot keep its promises, or the port is taken. */
export async function startService(
  config: Config,
  { databaseUrl, log }: { databaseUrl: string; log: Logger },
): Promise<Service> {
  const db = connect(databaseUrl, { connections: 12 });
  try {
    await assertDurable(db);
    await assertLedgerKept(db, openLedger(config.erasureLedger));
    return await openDoors(config, db, log);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function openDoors(config: Config, db: Database, log: Logger): Promise<Service> {
  const secret = config.secret ?? (await homeSecret(config.home));
  const tools = toolsWith(secret);
  const blobs = await openBlobs(config.home, config.media);
  const policy = defaultPolicy;
  const figures = noFigures();
  const ledger = openLedger(config.erasureLedger);
  const jobs = startJobs({
    db,
    graph: config.graph,
    blobs,
    policy,
    tools,
    log,
    figures,
    ledger,
    networks: config.networks,
  });
  try {
    const access = createAccess({
      db,
      secret,
      baseUrl: config.publicUrl,
      singleSignOn: config.singleSignOn,
      noteSignIn: (note) => noteSignIn(db, note),
      bringRole: (userId, role) => bringRole(db, { userId, role }, new Date(tools.clock())),
      report: (event, error) => log.warn({ event, error: error instanceof Error ? error.name : 'unknown' }),
    });
    const inbox = groupCommit(db, jobs.wakes.wakeInbox);
    const { appSecrets, verifyToken } = config;
    const app = await createApp({
      db,
      access,
      inbox,
      policy,
      tools,
      log,
      appSecrets,
      verifyToken,
      ...jobs.wakes,
      blobs,
      linkKey: linkKey(secret),
      networks: config.networks,
      figures,
    });
    const url = await app.listen({ port: config.port, host: config.host });
    return {
      app,
      db,
      url,
      close: async () => {
        await closeApp(app);
        await jobs.close();
        await db.close();
      },
    };
  } catch (error) {
    await jobs.close();
    throw error;
  }
}

/**
 * Answers what is being asked, then cuts whoever is still there. Without the cut one connection that was opened ahead of
 * need, as browsers do, keeps the process: Node counts it as busy until it has spoken (seen: longer than 100 s).
 */
async function closeApp(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), limits.closeGraceMs);
  await app.close();
  clearTimeout(cut);
}

/** A secret of this home's own, made at the first start. Readable by its owner only. */
async function homeSecret(home: string): Promise<string> {
  const file = secretFile(home);
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return (await readFile(file, 'utf8')).trim();
}

const secretFile = (home: string) => join(home, 'secret');

/** The secret of a service that has run before: the configured one, or its home's. Undefined where there is neither. */
export async function knownSecret({ secret, home }: Config): Promise<string | undefined> {
  return secret ?? (await readFile(secretFile(home), 'utf8').catch(() => undefined))?.trim();
}
