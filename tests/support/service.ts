// The whole service in this process, on a free port and a database of its own, with the demo's two business numbers
// connected the way `throughline connect` connects them.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@throughline/contract';
import { parseE164, parsePortfolioId } from '@throughline/identity';
import type { Logger } from 'pino';
import { createKey } from '../../server/access/keys.ts';
import { createUser } from '../../server/access/people.ts';
import type { MediaConfig } from '../../server/blobs/blobs.ts';
import type { Config } from '../../server/config.ts';
import { type Database, inTransaction } from '../../server/db/connect.ts';
import { route } from '../../server/inbox/store.ts';
import { register } from '../../server/numbers/store.ts';
import { type Service, startService } from '../../server/service.ts';
import { parseNetwork } from '../../server/subscriptions/rules-networks.ts';
import { Api } from './api.ts';
import { type FreshDatabase, freshDatabase, onServer } from './database.ts';
import { said, testLog } from './said.ts';
import { waitFor } from './waiting.ts';

export const secrets = {
  app: 'journey-app-secret',
  olderApp: 'journey-app-secret-being-replaced',
  verify: 'journey-verify-token',
  access: 'journey-access-token',
  own: 'a-secret-of-the-journeys-own-32-characters-and-more',
};

/** Everything a business is to Meta. */
export interface Business {
  portfolioId: string;
  wabaId: string;
  numbers: readonly { phoneNumberId: string; displayPhone: string; name: string }[];
}

export const lagosBikes: Business = {
  portfolioId: '900000000000001',
  wabaId: '100000000000001',
  numbers: [
    { phoneNumberId: '200000000000002', displayPhone: '+15550001111', name: 'Sales' },
    { phoneNumberId: '200000000000003', displayPhone: '+15550001112', name: 'Service' },
  ],
};

export interface TestService extends Service {
  database: FreshDatabase;
  webhookUrl: string;
  home: string;
  /** Stops the service and drops the database. */
  end(): Promise<void>;
}

/** `graphUrl` is where the pretend Meta listens; absent: nobody does. `businesses` are connected before it serves. */
export async function startTestService({
  graphUrl = 'http://127.0.0.1:9',
  businesses = [lagosBikes],
  media = {},
  singleSignOn,
  port,
  networks = [],
  log = testLog(),
}: {
  graphUrl?: string;
  businesses?: readonly Business[];
  media?: Partial<MediaConfig>;
  singleSignOn?: Config['singleSignOn'];
  /** Where somebody must know before it starts; any free one else. */
  port?: number;
  /** Private networks it may deliver into. */
  networks?: readonly string[];
  log?: Logger;
} = {}): Promise<TestService> {
  const database = await durableDatabase();
  const home = mkdtempSync(join(tmpdir(), 'throughline-journey-'));
  const config = configFor(port ?? (await freePort()), { home, graphUrl, media });
  const drop = async () => {
    rmSync(home, { recursive: true, force: true });
    await database.drop();
  };
  try {
    const service = await startService(
      { ...config, singleSignOn, networks: networks.map(parseNetwork).filter((one) => one !== undefined) },
      { databaseUrl: database.url, log },
    );
    for (const business of businesses) await connectBusiness(service.db, business);
    const end = async () => {
      await service.close();
      await drop();
    };
    return { ...service, database, home, webhookUrl: `${service.url}/webhooks/whatsapp`, end };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Nothing but the service, on a database, home and ledger of the caller's; under secrets of the caller's too where they are said, the newest first. */
export async function serviceOn(
  { url }: Pick<FreshDatabase, 'url'>,
  {
    home,
    graphUrl,
    erasureLedger,
    under: [secret = secrets.own, ...previousSecrets] = [],
  }: { home: string; graphUrl: string; erasureLedger: string; under?: readonly string[] },
): Promise<Service> {
  const config = configFor(await freePort(), { home, graphUrl, media: {} });
  return await startService(
    { ...config, erasureLedger, secret, previousSecrets },
    { databaseUrl: url, log: testLog() },
  );
}

function configFor(
  port: number,
  { home, graphUrl, media }: { home: string; graphUrl: string; media: Partial<MediaConfig> },
): Config {
  return {
    port,
    host: '127.0.0.1',
    databaseUrl: undefined,
    home,
    erasureLedger: join(home, 'erasures.jsonl'),
    publicUrl: `http://127.0.0.1:${port}`,
    graph: { url: graphUrl, version: 'v26.0', accessToken: secrets.access },
    appSecrets: [secrets.app, secrets.olderApp],
    verifyToken: secrets.verify,
    secret: secrets.own,
    previousSecrets: [],
    encryption: { keys: [], file: join(home, 'encryption-keys'), named: false },
    media: { quotaBytes: 1024 ** 3, retentionDays: undefined, s3: undefined, ...media },
    singleSignOn: undefined,
    networks: [],
  };
}

/** The service refuses a database that may forget; the tests' server lets its own forget, to be quick. */
export async function durableDatabase(made = freshDatabase()): Promise<FreshDatabase> {
  const database = await made;
  const name = new URL(database.url).pathname.slice(1);
  await onServer(database.url, `alter database ${name} set synchronous_commit = on`);
  return database;
}

/** What `throughline connect` does. Answers how many webhooks had been waiting for it. */
export async function connectBusiness(db: Database, business: Business): Promise<number> {
  const portfolioId = parsePortfolioId(business.portfolioId);
  if (!portfolioId) throw new Error(`${business.portfolioId} is not a portfolio id.`);
  return await inTransaction(db, async (tx) => {
    for (const number of business.numbers) {
      const displayPhone = parseE164(number.displayPhone);
      if (!displayPhone) throw new Error(`${number.displayPhone} is not a phone number.`);
      await register(tx, { ...number, displayPhone, portfolioId, wabaId: business.wabaId, portfolioName: portfolioId });
    }
    return await route(tx, business.wabaId, portfolioId);
  });
}

/** A program with a key of this role; `portfolio` narrows what it may see. */
export async function apiOf({ db, url }: Pick<Service, 'db' | 'url'>, role: Role, portfolio?: string): Promise<Api> {
  const portfolioId = portfolio === undefined ? undefined : parsePortfolioId(portfolio);
  const { key } = await inTransaction(db, (tx) =>
    createKey(tx, { name: `Journey ${role}`, role, ...(portfolioId && { portfolios: [portfolioId] }) }),
  );
  return new Api(url, key);
}

export async function addUser(db: Database, user: { email: string; name: string; role: Role; password: string }) {
  const outcome = await inTransaction(db, (tx) => createUser(tx, user));
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.errors));
}

/**
 * When nothing that was answered 200 is waiting any more; `unrouted`: nor what is nobody's.
 *
 * @throws where something still is, with what the database is at and what the log says.
 */
export async function inboxEmpty(
  db: Database,
  withinMs = 20_000,
  { unrouted = false }: { unrouted?: boolean } = {},
): Promise<void> {
  const isEmpty = async () => {
    const [row] = await db.sql<{ waiting: number }[]>`
      select count(*)::int as waiting from inbox
      where state = 'waiting' and (${unrouted} or portfolio_id is not null)`;
    return row?.waiting === 0;
  };
  try {
    await waitFor('the inbox is worked off', isEmpty, withinMs);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${await underWay(db)}\n${said()}`);
  }
}

async function underWay(db: Database): Promise<string> {
  const rows = await db.sql<Record<string, unknown>[]>`
    select state, wait_event, (now() - xact_start)::text as transaction, (now() - query_start)::text as statement,
           cardinality(pg_blocking_pids(pid)) as blockers, left(query, 200) as query
    from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`;
  return rows.length === 0
    ? 'No transaction is open.'
    : `Open transactions:\n${rows.map((row) => JSON.stringify(row)).join('\n')}`;
}

/** A port nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
