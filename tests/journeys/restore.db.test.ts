// A database comes back from a backup made before somebody was erased. Nobody gets to see it before the erasure has been made again; without
// the ledger nobody gets to see it at all. And the service's secret is replaced, which everything of this is keyed with.

import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contact, Page, PrivacyRequestDetail } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Command, runCommand } from '../../server/cli/command.ts';
import { doctorCommand } from '../../server/cli/doctor.ts';
import { privacyCommand } from '../../server/cli/privacy.ts';
import { secretsCommand } from '../../server/cli/secrets.ts';
import { connect } from '../../server/db/connect.ts';
import { needlesOf } from '../../server/db/residue/forms.ts';
import { scanTables } from '../../server/db/residue/scan.ts';
import { openKeys } from '../../server/encryption-keys.ts';
import { sealedColumns } from '../../server/inbox/erasing.ts';
import type { Service } from '../../server/service.ts';
import { type Answer, answering, type Graph, openGraph } from '../../server/testing/graph.ts';
import { epoch } from '../../server/testing/names.ts';
import { message, text } from '../../server/testing/webhooks.ts';
import { copyOf, type FreshDatabase } from '../support/database.ts';
import {
  apiOf,
  connectBusiness,
  durableDatabase,
  inboxEmpty,
  lagosBikes,
  secrets,
  serviceOn,
} from '../support/service.ts';
import { waitFor } from '../support/waiting.ts';
import { postWebhook } from '../support/webhooks.ts';

const ada = { phone: '+14155550123', bsuid: 'US.ada314159', name: 'Adaeze Canary', username: 'ada.canary' };
const zoe = { phone: '+14155550999', bsuid: 'US.zoe1', name: 'Zoe' };
const anHourAgo = Math.floor((Date.now() - epoch) / 1000) - 3600;
const history = [
  message(ada, { at: anHourAgo, id: 'wamid.ADA1' }, text('a secret of mine')),
  message(zoe, { at: anHourAgo + 10, id: 'wamid.ZOE1' }, text('hello')),
];
const needles = needlesOf([
  { label: 'account', kind: 'text', value: ada.bsuid },
  { label: 'name', kind: 'text', value: ada.name },
  { label: 'number', kind: 'phone', value: ada.phone },
  { label: 'words', kind: 'text', value: 'a secret of mine' },
]);

/** It has no templates, and deletes whom it is asked to. */
const meta: Answer = (request, response) =>
  answering(request.path.includes('message_templates') ? { data: [] } : { deleted: true })(request, response);

let live: FreshDatabase;
let backup: FreshDatabase;
let graph: Graph;
let home: string;
let ledger: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'throughline-restore-'));
  mkdirSync(join(home, 'elsewhere'));
  ledger = join(home, 'elsewhere', 'erasures.jsonl');
  graph = await openGraph();
  graph.next = Array.from({ length: 1_000 }, () => meta);
  live = await durableDatabase();
  await running(live, ledger, async (service) => {
    await connectBusiness(service.db, lagosBikes);
    await deliver(service);
  });
  backup = await durableDatabase(copyOf(live));
  await running(live, ledger, async (service) => {
    const officer = await apiOf(service, 'privacy_officer');
    const ask = <T>(path: string, body: object) => officer.call<T>('POST', `/api/v1/privacy/requests${path}`, body);
    const { id } = (await ask<PrivacyRequestDetail>('', { kind: 'erase', subject: '@ada.canary' })).body;
    await ask(`/${id}/prove`, { by: 'document', note: 'seen' });
    await ask(`/${id}/run`, { confirm: true });
    await waitFor(
      'she is erased',
      async () => (await officer.get<PrivacyRequestDetail>(`/api/v1/privacy/requests/${id}`)).state === 'done',
      30_000,
    );
  });
});

afterAll(async () => {
  await graph.close();
  await backup.drop();
  await live.drop();
  rmSync(home, { recursive: true, force: true });
});

/** The service's secrets, the newest first. */
let under: string[] = [secrets.own];

async function running<T>(database: FreshDatabase, path: string, work: (service: Service) => Promise<T>): Promise<T> {
  const service = await serviceOn(database, { home, graphUrl: graph.url, erasureLedger: path, under });
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

async function deliver(service: Service): Promise<void> {
  for (const webhook of history)
    expect(await postWebhook(`${service.url}/webhooks/whatsapp`, JSON.stringify(webhook))).toBe(200);
  await inboxEmpty(service.db);
}

const opens = (database: FreshDatabase, path: string) => running(database, path, async () => 'open');

async function restored<T>(work: (database: FreshDatabase) => Promise<T>): Promise<T> {
  const database = await durableDatabase(copyOf(backup));
  try {
    return await work(database);
  } finally {
    await database.drop();
  }
}

/** What somebody at the terminal gets to read, with the exit code before it. */
async function type(words: string, database: FreshDatabase, path: string): Promise<string> {
  const commands: Record<string, Command> = {
    doctor: doctorCommand,
    privacy: privacyCommand,
    secrets: secretsCommand,
  };
  const [name = '', ...args] = words.split(' ');
  const command = commands[name];
  if (!command) throw new Error(`${name} is not tried here`);
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('THROUGHLINE_SECRET', under[0]);
  vi.stubEnv('THROUGHLINE_SECRET_PREVIOUS', under.slice(1).join());
  vi.stubEnv('THROUGHLINE_HOME', home);
  vi.stubEnv('ERASURE_LEDGER', path);
  let said = '';
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((piece) => {
      said += piece;
      return true;
    }),
  );
  try {
    const code = await runCommand(command, args, { name, summary: '' });
    return `${code} ${said}`;
  } finally {
    for (const stream of streams) stream.mockRestore();
    vi.unstubAllEnvs();
  }
}

async function expectWithoutAda(database: FreshDatabase, path: string): Promise<void> {
  await running(database, path, async (service) => {
    await deliver(service);
    const officer = await apiOf(service, 'privacy_officer');
    const { data } = await officer.get<Page<Contact>>('/api/v1/contacts');
    expect(data.map(({ displayName }) => displayName)).toEqual(['Zoe']);
  });
  const keys = await openKeys({ keys: [], file: join(home, 'encryption-keys'), named: false }, database.url);
  const db = connect(database.url, { connections: 2, keys });
  try {
    const { findings } = await scanTables(db, needles, { open: sealedColumns(db) });
    expect(findings.filter(({ where }) => !where.startsWith('statistics of'))).toEqual([]);
  } finally {
    await db.close();
  }
}

describe('a database from a backup made before an erasure', () => {
  it('is opened to nobody until the erasure has been made again', async () => {
    await restored(async (old) => {
      await expect(opens(old, ledger)).rejects.toThrow('lacks 1 of the erasures');
      expect(await type('doctor', old, ledger)).toMatch(/^1 .*lacks 1 of the erasures/s);
      expect(await type('privacy replay-ledger', old, ledger)).toMatch(/^0 .*1 erasures made again/s);
      expect(await type('doctor', old, ledger)).not.toContain('erasures');
      await expectWithoutAda(old, ledger);
    });
  });

  it('is opened to nobody without its ledger', async () => {
    await restored(async (old) => {
      const nowhere = join(home, 'nowhere.jsonl');
      await expect(opens(old, nowhere)).rejects.toThrow('is not at');
      expect(await type('doctor', old, nowhere)).toMatch(/^1 .*is not at/s);
      expect(await type('privacy replay-ledger', old, nowhere)).toMatch(/^1 .*is not at/s);
    });
  });
});

describe('a ledger that is lost', () => {
  it('is written again from the newest database, and does for a backup what the first would have done', async () => {
    renameSync(ledger, `${ledger}.lost`);
    await expect(opens(live, ledger)).rejects.toThrow('is not at');
    expect(await type('privacy new-ledger', live, ledger)).toMatch(/^2 /);
    expect(await type('privacy new-ledger --yes', live, ledger)).toMatch(/^0 .*1 erasures written/s);
    expect(await opens(live, ledger)).toBe('open');
    await restored(async (old) => {
      await expect(opens(old, ledger)).rejects.toThrow('is another than');
      expect(await type('privacy new-ledger --yes', old, ledger)).toMatch(/^1 .*lacks 1 of the erasures/s);
      expect(await type('privacy replay-ledger', old, ledger)).toMatch(/^0 .*1 erasures made again/s);
      await expectWithoutAda(old, ledger);
    });
  });
});

describe('another secret in the place of the first', () => {
  it('changes nothing of what is known: no event counts twice, nobody erased comes back, every seal fits', async () => {
    const conversations = async () =>
      await running(live, ledger, async (service) => {
        await deliver(service);
        const [row] = await service.db.sql<{ count: string }[]>`select count(*) from messages`;
        return Number(row?.count);
      });
    const messages = await conversations();
    const id = (await type('privacy list --state ended', live, ledger)).split(' ')[1] ?? '';
    const next = 'another-secret-of-the-journeys-own-and-as-long';
    for (const secretsNow of [[next, secrets.own], [next]]) {
      under = secretsNow;
      expect(await conversations()).toBe(messages);
      expect(await type('secrets rotate', live, ledger)).toMatch(/^0 /);
      expect(await type('privacy audit verify', live, ledger)).toMatch(/^0 .*whole/s);
      expect(await type(`privacy certificate ${id}`, live, ledger)).toMatch(/^0 /);
      const said = await type('secrets', live, ledger);
      expect(said).toContain('FIRST_SECRET');
      expect(said.includes('may go once seven days have passed')).toBe(secretsNow.length > 1);
    }
    await expectWithoutAda(live, ledger);
    await restored(async (old) => {
      expect(await type('privacy replay-ledger', old, ledger)).toMatch(/^0 .*1 erasures made again/s);
      await expectWithoutAda(old, ledger);
    });
  });
});
