// The service's doors over real HTTP, with keys and people to knock.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@throughline/contract';
import type { FastifyInstance } from 'fastify';
import { createAccess } from '../access/access.ts';
import { createKey } from '../access/keys.ts';
import { createUser } from '../access/people.ts';
import { type Blobs, openBlobs } from '../blobs/blobs.ts';
import { inTransaction } from '../db/connect.ts';
import { type Figures, noFigures } from '../figures.ts';
import { noteSignIn } from '../flows/note-sign-in.ts';
import { createApp } from '../http/app.ts';
import { groupCommit } from '../inbox/group-commit.ts';
import { openCaller } from '../jobs/call-out.ts';
import type { Network } from '../subscriptions/rules-networks.ts';
import { policy, type World } from './world.ts';

export interface App {
  fastify: FastifyInstance;
  url: string;
  /** Where its files are. */
  home: string;
  blobs: Blobs;
  key(role: Role, portfolios?: World['portfolioId'][]): Promise<string>;
  /** The cookie of a person who has signed in. */
  cookie(role: Role): Promise<string>;
  close(): Promise<void>;
}

const password = 'correct horse battery';

export async function openApp(
  world: World,
  figures: Figures = noFigures(),
  watch?: (app: FastifyInstance) => unknown,
  networks: readonly Network[] = [],
): Promise<App> {
  const { db, tools } = world;
  // Where the service will be found is known only once it listens, so sign-in is told a fixed place and used from there.
  const baseUrl = 'http://127.0.0.1:8080';
  const access = createAccess({ db, secret: 's'.repeat(40), baseUrl, noteSignIn: (note) => noteSignIn(db, note) });
  const home = mkdtempSync(join(tmpdir(), 'throughline-app-'));
  const blobs = await openBlobs(home, { quotaBytes: 1024 ** 3, retentionDays: undefined, s3: undefined });
  const caller = openCaller({ allowed: networks });
  const fastify = await createApp({
    ...(watch && { watch }),
    db,
    access,
    inbox: groupCommit(db, () => {}),
    policy,
    tools,
    log: world.log,
    appSecrets: ['app secret'],
    verifyToken: 'verify me',
    wakeSender: () => {},
    wakeErrands: () => {},
    wakeInbox: () => {},
    wakeMedia: () => {},
    blobs,
    linkKey: Buffer.from('a key of the tests'),
    wakeTemplates: () => {},
    wakeCampaigns: () => {},
    wakePrivacy: () => {},
    wakeEvents: () => {},
    wakeExports: () => {},
    wakeImports: () => {},
    wakeCanary: () => {},
    ask: caller.ask,
    publicUrl: baseUrl,
    networks,
    figures,
  });
  const url = await fastify.listen({ port: 0, host: '127.0.0.1' });
  return {
    fastify,
    url,
    home,
    blobs,
    key: async (role, portfolios) =>
      (await inTransaction(db, (tx) => createKey(tx, { name: `a ${role}`, role, ...(portfolios && { portfolios }) })))
        .key,
    cookie: async (role) => {
      const email = `${role}@example.com`;
      await inTransaction(db, (tx) => createUser(tx, { email, name: `A ${role}`, role, password }));
      const answer = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: baseUrl },
        body: JSON.stringify({ email, password }),
      });
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    close: async () => {
      await fastify.close();
      await caller.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
