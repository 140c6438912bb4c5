// The archive of somebody with much: whole, and on pages a browser can show.

import type { PrivacyRequestDetail } from '@throughline/contract';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

const passphrase = 'a long passphrase';
const count = 4_500;
let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key: string;
let thread: string;
let file: string;
let archive: Map<string, string>;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  app = await openApp(world);
  key = await app.key('admin');
  await world.receive(message({ phone: '+14155552671', bsuid: 'US.anna1', name: 'Anna' }, { at: 1, id: 'wamid.a1' }));
  const [row] = await db.sql<{ id: string }[]>`select id from conversations`;
  thread = row?.id ?? '';
  file = await shownFile();
  await fillThread();
  world.setTime(86_400);
  archive = await taken();
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

function ask(path: string, body: object | string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${app.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Uploaded, and shown by the first message. */
async function shownFile(): Promise<string> {
  const headers = { 'content-type': 'text/plain', 'x-filename': 'letter.txt' };
  const { id } = (await (await ask(`/media?conversation=${thread}`, 'what the letter says', headers)).json()) as {
    id: string;
  };
  await db.sql`insert into media_uses (portfolio_id, message_id, media_id) select portfolio_id, id, ${id}::uuid from messages`;
  return id;
}

/** Three at a time: a page that ends between them must not lose any. */
async function fillThread(): Promise<void> {
  await db.sql`
    insert into messages (portfolio_id, id, conversation_id, phone_number_id, direction, at, tie, type, body, summary, status)
    select portfolio_id, gen_random_uuid(), conversation_id, phone_number_id, 'in', at + (n / 3) * interval '1 minute', '1', 'text',
           'word ' || n, 'word ' || n, 'received'
    from messages, generate_series(1, ${count - 1}) n`;
}

async function taken(): Promise<Map<string, string>> {
  const { id } = (await (
    await ask('/privacy/requests', { kind: 'access', subject: '+14155552671' })
  ).json()) as PrivacyRequestDetail;
  await ask(`/privacy/requests/${id}/prove`, { by: 'other', note: 'Known to us' });
  await ask(`/privacy/requests/${id}/run`, { confirm: true });
  const bytes = new Uint8Array(await (await ask(`/privacy/requests/${id}/archive`, { passphrase })).arrayBuffer());
  const found = new Map<string, string>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes), { password: passphrase }).getEntries())
    if (!entry.directory) found.set(entry.filename, await entry.getData(new TextWriter()));
  return found;
}

const linesIn = (name: string) => (archive.get(name) ?? '').split('<div class="line').length - 1;
const linksIn = (name: string) => [...(archive.get(name) ?? '').matchAll(/href="([^"]+)"/g)].map(([, to = '']) => to);
const pages = () => [...archive.keys()].filter((name) => name.startsWith('messages/')).sort();

describe('an archive of thousands of messages', () => {
  it('holds each of them once, on pages of no more than can be shown', () => {
    expect(pages().map(linesIn)).toEqual([2_000, 2_000, 500]);
    const said = pages().flatMap((name) => [...(archive.get(name) ?? '').matchAll(/word \d+/g)].map(([one]) => one));
    expect(new Set(said).size).toBe(count - 1);
  });

  it('leads from the first page to each, and from each to its neighbors', () => {
    expect(linksIn('index.html')).toEqual([...pages(), `files/${file}.txt`]);
    expect(new Set(linksIn(pages()[1] ?? ''))).toEqual(new Set(['../index.html', '1-0001.html', '1-0003.html']));
    for (const name of [...pages(), 'index.html']) expect(archive.get(name)).toMatch(/<\/html>$/);
  });

  it('holds the files, and says in the data where each is', () => {
    expect(archive.get(`files/${file}.txt`)).toBe('what the letter says');
    expect(archive.get('data.json')).toContain(`"file":"files/${file}.txt"`);
  });
});
