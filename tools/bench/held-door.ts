// The service's own door with nothing behind it: every route and rule of it, and no job that drains what it keeps.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy } from '@throughline/identity';
import pino from 'pino';
import { createAccess } from '../../server/access/access.ts';
import { openBlobs } from '../../server/blobs/blobs.ts';
import { connect } from '../../server/db/connect.ts';
import { noFigures } from '../../server/figures.ts';
import { toolsWith } from '../../server/flows/tools.ts';
import { createApp } from '../../server/http/app.ts';
import { groupCommit } from '../../server/inbox/group-commit.ts';
import { benchKeys } from './keys.ts';
import { appSecret } from './webhooks.ts';

const db = connect(process.env.DATABASE_URL ?? '', { connections: 12, name: 'held-door', keys: benchKeys });
const secret = 'bench-secret-of-more-than-32-characters';
const nobody = () => {};
const home = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));
const app = await createApp({
  db,
  access: createAccess({ db, secret, baseUrl: 'http://127.0.0.1', report: nobody }),
  inbox: groupCommit(db, nobody),
  policy: defaultPolicy,
  tools: toolsWith(secret),
  log: pino({ level: 'warn' }, pino.destination(2)),
  appSecrets: [appSecret],
  verifyToken: 'bench',
  wakeSender: nobody,
  wakeErrands: nobody,
  wakeInbox: nobody,
  wakeMedia: nobody,
  blobs: await openBlobs(home, { quotaBytes: 1024 ** 3, retentionDays: undefined, s3: undefined }),
  linkKey: Buffer.from(secret),
  wakeTemplates: nobody,
  wakeCampaigns: nobody,
  wakePrivacy: nobody,
  wakeEvents: nobody,
  publicUrl: 'http://127.0.0.1',
  wakeExports: nobody,
  wakeImports: nobody,
  wakeCanary: nobody,
  ask: async () => ({ failure: 'address_refused', status: null, text: '' }),
  networks: [],
  figures: noFigures(),
});
process.send?.({ ready: await app.listen({ port: 0, host: '127.0.0.1' }) });
process.on('disconnect', () => process.exit(0));
