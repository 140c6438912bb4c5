// The running service, put together: database, doors and jobs, opened in order and closed in reverse.

import { randomUUID } from 'node:crypto';
import { defaultPolicy } from '@throughline/identity';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createAccess } from './access/access.ts';
import { keepFirstSecret, storedSecrets } from './access/secrets.ts';
import { openBlobs } from './blobs/blobs.ts';
import { type Config, withStored } from './config.ts';
import { assertDurable, connect, type Database, inTransaction } from './db/connect.ts';
import { openKeys } from './encryption-keys.ts';
import { noFigures } from './figures.ts';
import { bringRole } from './flows/bring-role.ts';
import { assertLedgerKept } from './flows/keep-ledger.ts';
import { noteSignIn } from './flows/note-sign-in.ts';
import { toolsWith } from './flows/tools.ts';
import { openSecrets } from './home-secret.ts';
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

export interface ServiceOptions {
  readonly databaseUrl: string;
  readonly log: Logger;
  /** Runs once the database may be used and before anybody is answered: whoever sees the service ready sees this done. */
  readonly beforeOpening?: (db: Database) => Promise<void>;
}

/** @throws when the database cannot keep its promises or its keys are not here, or the port is taken. */
export async function startService(
  config: Config,
  { databaseUrl, log, beforeOpening }: ServiceOptions,
): Promise<Service> {
  const db = connect(databaseUrl, { connections: 12, keys: await openKeys(config.encryption, databaseUrl) });
  try {
    await assertDurable(db);
    const written = await assertLedgerKept(db, openLedger(config.erasureLedger), randomUUID);
    if (written > 0) log.warn({ event: 'ledger_written_again', erasures: written });
    await beforeOpening?.(db);
    return await openDoors(withStored(config, await storedSecrets(db)), db, log);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function openDoors(config: Config, db: Database, log: Logger): Promise<Service> {
  const secrets = await openSecrets(config);
  const firstSecret = await inTransaction(db, (tx) => keepFirstSecret(tx, secrets.oldest));
  const tools = toolsWith(firstSecret);
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
      secret: secrets.newest,
      previousSecrets: secrets.previous,
      firstSecret,
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
      ask: jobs.ask,
      publicUrl: config.publicUrl,
      blobs,
      linkKey: linkKey(secrets.newest),
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
