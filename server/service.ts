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
import { toolsWith } from './flows/tools.ts';
import { createApp } from './http/app.ts';
import { groupCommit } from './inbox/group-commit.ts';
import { checkCampaigns } from './jobs/check-campaigns.ts';
import { checkIdentities, decideOutdated } from './jobs/check-identities.ts';
import { countContactBooks } from './jobs/count-contact-book.ts';
import { createSender, settleLost } from './jobs/deliver-messages.ts';
import { drainLane, parkUnrouted } from './jobs/drain-inbox.ts';
import { expireAsked } from './jobs/expire-number-requests.ts';
import { learnLimits } from './jobs/learn-limits.ts';
import { type Loop, startLoop } from './jobs/loop.ts';
import { startMediaLoops } from './jobs/media-loops.ts';
import { packCrowded } from './jobs/pack-evidence.ts';
import { runCampaigns, sweepCampaigns, tellCampaigns } from './jobs/run-campaigns.ts';
import { runErrands } from './jobs/run-errands.ts';
import { sweepRetention } from './jobs/sweep-retention.ts';
import { syncTemplates } from './jobs/sync-templates.ts';
import { limits } from './limits.ts';
import { linkKey } from './media/links.ts';

export interface Service {
  app: FastifyInstance;
  db: Database;
  url: string;
  close(): Promise<void>;
}

const restMs = {
  inbox: 200,
  sender: 250,
  errands: 500,
  parking: 2_000,
  lost: 2_000,
  limits: 60_000,
  sweep: 600_000,
  campaigns: 500,
  telling: 1_000,
  uploads: 60_000,
  pack: 5_000,
  check: 60_000,
  count: 60_000,
  decide: 10_000,
  templates: 1_000,
};

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
  const loops: Loop[] = [];
  const draining = { db, policy, tools, log };
  const figures = noFigures();
  const checking = { ...draining, figures };
  const passedOver = new Set<string>();
  const delivering = { db, graph: config.graph, tools, log, figures };
  const sender = createSender(delivering);
  const drains = Array.from({ length: limits.lanesAtOnce }, (_, i) =>
    startLoop({ name: `drain-inbox-${i}`, run: () => drainLane(draining), restMs: restMs.inbox, log }),
  );
  const looking = startLoop({
    name: 'deliver-messages',
    run: async () => {
      await sender.look();
      return 0;
    },
    restMs: restMs.sender,
    log,
  });
  const errands = startLoop({
    name: 'run-errands',
    run: () => runErrands({ db, graph: config.graph, tools, log, figures }),
    restMs: restMs.errands,
    log,
  });
  const wakeSender = () => {
    sender.wake();
    looking.wake();
  };
  const media = startMediaLoops({ db, graph: config.graph, blobs, tools, log }, wakeSender);
  const templates = startLoop({
    name: 'sync-templates',
    run: () => syncTemplates(delivering),
    restMs: restMs.templates,
    log,
  });
  const campaigns = [
    startLoop({ name: 'check-campaigns', run: () => checkCampaigns(draining), restMs: restMs.campaigns, log }),
    startLoop({
      name: 'run-campaigns',
      run: () => runCampaigns({ ...draining, wakeSender }),
      restMs: restMs.campaigns,
      log,
    }),
  ];
  const wakeCampaigns = () => {
    for (const loop of campaigns) loop.wake();
  };
  const wakeInbox = () => {
    for (const drain of drains) drain.wake();
  };
  loops.push(
    ...drains,
    ...media.loops,
    looking,
    errands,
    startLoop({ name: 'pack-evidence', run: () => packCrowded({ db, tools, wakeInbox }), restMs: restMs.pack, log }),
    startLoop({ name: 'check-identities', run: () => checkIdentities(checking), restMs: restMs.check, log }),
    startLoop({
      name: 'decide-outdated',
      run: () => decideOutdated(checking, { passedOver, wakeInbox }),
      restMs: restMs.decide,
      log,
    }),
    startLoop({ name: 'count-contact-book', run: () => countContactBooks({ db, tools }), restMs: restMs.count, log }),
    startLoop({ name: 'expire-asked', run: () => expireAsked({ db, tools }), restMs: restMs.count, log }),
    startLoop({ name: 'park-unrouted', run: () => parkUnrouted(draining), restMs: restMs.parking, log }),
    startLoop({ name: 'learn-limits', run: () => learnLimits(delivering), restMs: restMs.limits, log }),
    startLoop({ name: 'settle-lost', run: () => settleLost(delivering), restMs: restMs.lost, log }),
    templates,
    ...campaigns,
    startLoop({ name: 'tell-campaigns', run: () => tellCampaigns(draining), restMs: restMs.telling, log }),
    startLoop({ name: 'sweep-campaigns', run: () => sweepCampaigns(draining), restMs: restMs.uploads, log }),
    startLoop({ name: 'sweep-retention', run: () => sweepRetention({ db, tools }), restMs: restMs.sweep, log }),
  );
  const closeLoops = async () => {
    await Promise.all(loops.map((loop) => loop.stop()));
    await sender.close();
  };
  try {
    const access = createAccess({
      db,
      secret,
      baseUrl: config.publicUrl,
      report: (event, error) => log.warn({ event, error: error instanceof Error ? error.name : 'unknown' }),
    });
    const inbox = groupCommit(db, wakeInbox);
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
      wakeSender,
      wakeErrands: errands.wake,
      wakeInbox,
      wakeMedia: media.wake,
      blobs,
      linkKey: linkKey(secret),
      wakeTemplates: templates.wake,
      wakeCampaigns,
      figures,
    });
    const url = await app.listen({ port: config.port, host: config.host });
    return {
      app,
      db,
      url,
      close: async () => {
        await closeApp(app);
        await closeLoops();
        await db.close();
      },
    };
  } catch (error) {
    await closeLoops();
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
