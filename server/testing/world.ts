// A service without doors, for tests: a database, a business with two numbers, and a clock the test moves.

import { defaultPolicy, type E164, type PortfolioId, parseE164, parsePortfolioId } from '@throughline/identity';
import pino, { type Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { type Tools, toolsWith } from '../flows/tools.ts';
import { put, route } from '../inbox/store.ts';
import { drainInbox } from '../jobs/drain-inbox.ts';
import { register } from '../numbers/store.ts';
import { defaultNumber, defaultWaba, epoch, otherNumber } from './names.ts';

export const silent = pino({ level: 'silent' });
export const policy = defaultPolicy;

export interface World {
  db: Database;
  portfolioId: PortfolioId;
  wabaId: string;
  tools: Tools;
  /** Where its doors and jobs write. */
  log: Logger;
  /** Moves the clock to this many seconds after `epoch`. */
  setTime(at: number): void;
  /** Acknowledged, not yet applied. Bytes are taken as they are, anything else as JSON. */
  arrive(...webhooks: unknown[]): Promise<void>;
  drain(): Promise<number>;
  /** Acknowledged together and applied in one batch. */
  receive(...webhooks: unknown[]): Promise<void>;
}

let opened = 0;

/** A business of its own in the database: tests that share one see nothing of each other. */
export async function openWorld(db: Database, log: Logger = silent): Promise<World> {
  opened += 1;
  const wabaId = String(Number(defaultWaba) + opened);
  const portfolioId = await addPortfolio(db, `acme-${opened}`, wabaId);
  let now = epoch;
  const tools: Tools = { ...toolsWith('a secret of the tests'), clock: () => now };
  const drain = () => drainInbox({ db, policy, tools, log });
  const arrive = async (...webhooks: unknown[]) => {
    await put(
      db,
      webhooks.map((webhook) => ({ wabaId, body: bytesOf(webhook) })),
    );
  };
  return {
    db,
    portfolioId,
    wabaId,
    tools,
    log,
    setTime: (at) => {
      now = epoch + at * 1000;
    },
    arrive,
    drain,
    receive: async (...webhooks) => {
      await arrive(...webhooks);
      await drain();
    },
  };
}

/** A portfolio with one WABA and two business numbers. */
export async function addPortfolio(db: Database, name: string, wabaId: string): Promise<PortfolioId> {
  const portfolioId = portfolio(name);
  await inTransaction(db, async (tx) => {
    for (const [phoneNumberId, display] of [
      [defaultNumber, '+15550001111'],
      [otherNumber, '+15550003333'],
    ] as const)
      await register(tx, {
        portfolioId,
        phoneNumberId,
        wabaId,
        displayPhone: e164(display),
        name: display,
        portfolioName: name,
      });
    await route(tx, wabaId, portfolioId);
  });
  return portfolioId;
}

function bytesOf(webhook: unknown): Buffer {
  return Buffer.isBuffer(webhook) ? webhook : Buffer.from(JSON.stringify(webhook));
}

export function portfolio(text: string): PortfolioId {
  const id = parsePortfolioId(text);
  if (!id) throw new Error(`${text} is not a portfolio id`);
  return id;
}

export function e164(text: string): E164 {
  const phone = parseE164(text);
  if (!phone) throw new Error(`${text} is not a phone`);
  return phone;
}
