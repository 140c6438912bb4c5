import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction, type Transaction } from '../db/connect.ts';
import { openWorld, type World } from '../testing/world.ts';
import { blobOf, type Content, compareObjects, releaseContents, removals, usedBytes } from './blobs.ts';
import {
  addArrived,
  addUpload,
  askAgain,
  claimDue,
  eraseMedia,
  fileById,
  giveUp,
  keepFile,
  pauseDue,
  tryLater,
  use,
} from './files.ts';
import { mediaDepth, sweepOld, sweepUnused } from './sweeping.ts';
import { claimUpload, uploaded, wantUpload } from './uploads.ts';

const number = '200000000000002';
const leaseMs = 60_000;
const dayMs = 24 * 60 * 60 * 1000;

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});
beforeEach(async () => {
  world = await openWorld(db);
  await db.sql`truncate media, media_uses, blobs, blob_removals, media_usage, meta_uploads`;
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const write = <T>(work: (tx: Transaction) => Promise<T>) => inTransaction(db, work);
const keyOf = (id: string) => ({ portfolioId: world.portfolioId, id });

function content(hash: Buffer = randomBytes(32), size = 1000): Content {
  return { hash, size, store: 'disk', object: randomUUID(), key: randomBytes(32) };
}

async function arrive(): Promise<{ id: string; messageId: string }> {
  const [id, messageId] = [randomUUID(), randomUUID()];
  const claims = { claimedType: 'image/png', declaredHash: null, filename: 'a.png', caption: 'a secret', voice: false };
  await write((tx) =>
    addArrived(tx, world.portfolioId, [
      { id, messageId, phoneNumberId: number, metaId: `meta-${id}`, type: 'image', ...claims },
    ]),
  );
  return { id, messageId };
}

async function kept(bytes: Content = content()): Promise<{ id: string; messageId: string; content: Content }> {
  const file = await arrive();
  await write((tx) => keepFile(tx, keyOf(file.id), bytes, { mimeType: 'image/png' }));
  return { ...file, content: bytes };
}

async function uploadedFile(): Promise<{ id: string; content: Content }> {
  const [id, bytes] = [randomUUID(), content()];
  const upload = { id, type: 'image' as const, filename: 'b.png' };
  await write((tx) => addUpload(tx, world.portfolioId, upload, bytes, { mimeType: 'image/png' }));
  return { id, content: bytes };
}

const stateOf = async (id: string) => (await fileById(db, 'all', id))?.state;
const toRemove = async () => (await removals(db, 100)).map((one) => one.object);

describe('files to be fetched', () => {
  it('are taken the newest first, each by one alone, and again when whoever took it is gone', async () => {
    const [older, newer] = [await arrive(), await arrive()];
    const taken = await Promise.all([1, 2, 3].map(() => write((tx) => claimDue(tx, leaseMs))));
    expect(new Set(taken.map((due) => due?.id))).toEqual(new Set([older.id, newer.id, undefined]));
    expect(await write((tx) => claimDue(tx, leaseMs))).toBeUndefined();
    await db.sql`update media set not_before = now()`;
    expect(await write((tx) => claimDue(tx, leaseMs))).toMatchObject({ id: newer.id, attempts: 2 });
  });

  it('wait with a reason while there is no room, and are not tried meanwhile', async () => {
    const { id } = await arrive();
    expect(await write((tx) => pauseDue(tx, 60_000, 10))).toBe(1);
    expect(await write((tx) => claimDue(tx, leaseMs))).toBeUndefined();
    expect(await mediaDepth(db)).toMatchObject({ waiting: 1, heldBack: 1 });
    expect(await stateOf(id)).toBe('waiting');
  });

  it('are not brought back by a late answer once they were given up or erased', async () => {
    const lost = await arrive();
    await write((tx) => giveUp(tx, keyOf(lost.id), { state: 'expired', reason: 'gone' }));
    await write((tx) => tryLater(tx, keyOf(lost.id), { reason: 'meta_busy', delayMs: 1 }));
    expect(await stateOf(lost.id)).toBe('expired');

    const erased = await arrive();
    await write((tx) => eraseMedia(tx, world.portfolioId, [erased.messageId]));
    const late = content();
    expect(await write((tx) => keepFile(tx, keyOf(erased.id), late, { mimeType: 'image/png' }))).toBe(false);
    expect(await stateOf(erased.id)).toBe('erased');
    expect(await toRemove()).toEqual([late.object]);
    expect(await write((tx) => askAgain(tx, keyOf(erased.id)))).toBe(false);
  });

  it('are asked for again by a person: those given up, and those whose bytes are missing', async () => {
    const lost = await arrive();
    await write((tx) => giveUp(tx, keyOf(lost.id), { state: 'failed', reason: 'meta_busy' }));
    expect(await write((tx) => askAgain(tx, keyOf(lost.id)))).toBe(true);
    expect(await stateOf(lost.id)).toBe('waiting');

    const gone = await kept();
    expect(await write((tx) => askAgain(tx, keyOf(gone.id)))).toBe(false);
    await db.sql`update blobs set missing_since = now()`;
    expect(await write((tx) => askAgain(tx, keyOf(gone.id)))).toBe(true);
    expect(await stateOf(gone.id)).toBe('waiting');
    expect(await usedBytes(db)).toBe(0);
  });
});

describe('the bytes of files', () => {
  it('are kept once for each content and portfolio, and counted once', async () => {
    const hash = randomBytes(32);
    const [first, second] = [content(hash), content(hash)];
    const [one, two] = [await kept(first), await kept(second)];
    const objects = await Promise.all(
      [one, two].map(async ({ id }) => (await blobOf(db, world.portfolioId, id))?.object),
    );
    expect(objects).toEqual([first.object, first.object]);
    expect(await toRemove()).toEqual([second.object]);
    expect(await usedBytes(db)).toBe(1000);
  });

  it('go with the last file that has them, and not before', async () => {
    const hash = randomBytes(32);
    const [one, two] = [await kept(content(hash)), await kept(content(hash))];
    await db.sql`truncate blob_removals`;
    await write((tx) => eraseMedia(tx, world.portfolioId, [one.messageId]));
    expect([await stateOf(one.id), await stateOf(two.id), await toRemove()]).toEqual(['erased', 'ready', []]);
    await write((tx) => eraseMedia(tx, world.portfolioId, [two.messageId]));
    expect(await toRemove()).toEqual([one.content.object]);
    expect(await usedBytes(db)).toBe(0);
    expect(await db.sql`select * from blobs`).toEqual([]);
  });

  it('are never taken from under a file that comes to have them at that moment', async () => {
    for (let round = 0; round < 30; round += 1) {
      const hash = randomBytes(32);
      const old = await kept(content(hash));
      const arriving = await arrive();
      await Promise.all([
        write((tx) => eraseMedia(tx, world.portfolioId, [old.messageId])),
        write((tx) => keepFile(tx, keyOf(arriving.id), content(hash), { mimeType: 'image/png' })),
      ]);
      const blob = await blobOf(db, world.portfolioId, arriving.id);
      expect(blob).toBeDefined();
      expect(await toRemove()).not.toContain(blob?.object);
    }
  });

  it('are replaced where they were found missing', async () => {
    const hash = randomBytes(32);
    const lost = await kept(content(hash));
    await db.sql`update blobs set missing_since = now()`;
    const again = await kept(content(hash));
    for (const { id } of [lost, again])
      expect(await blobOf(db, world.portfolioId, id)).toMatchObject({ object: again.content.object });
    const [row] = await db.sql<{ key: Buffer }[]>`select key from blobs where missing_since is null`;
    expect(row?.key.equals(again.content.key)).toBe(true);
  });

  it('are compared with the store: what is missing is noted, what is back too, and strangers are told after a day', async () => {
    const { content: bytes, id } = await kept();
    await db.sql`update blobs set created_at = now() - interval '2 days'`;
    const beginning = bytes.object.slice(0, 2);
    const compare = (found: { object: string; writtenAt: number }[]) =>
      write((tx) =>
        compareObjects(tx, world.portfolioId, { store: 'disk', beginning, found, before: Date.now() - dayMs }),
      );
    expect(await compare([])).toEqual({ missing: 1, unknown: [] });
    expect(await write((tx) => askAgain(tx, keyOf(id)))).toBe(true);
    const other = await kept();
    await db.sql`update blobs set created_at = now() - interval '2 days', missing_since = now()`;
    const there = { object: other.content.object, writtenAt: 0 };
    const [old, young] = [
      { object: randomUUID(), writtenAt: 0 },
      { object: randomUUID(), writtenAt: Date.now() },
    ];
    const back = await write((tx) =>
      compareObjects(tx, world.portfolioId, {
        store: 'disk',
        beginning: other.content.object.slice(0, 2),
        found: [there, old, young],
        before: Date.now() - dayMs,
      }),
    );
    expect(back).toEqual({ missing: 0, unknown: [old.object] });
    expect(await db.sql`select missing_since from blobs`).toEqual([{ missing_since: null }]);
  });
});

describe('erasing the files of messages', () => {
  it('leaves nothing that tells of them', async () => {
    const { id, messageId } = await kept();
    expect(await write((tx) => eraseMedia(tx, world.portfolioId, [messageId]))).toBe(1);
    const [row] = await db.sql`
      select reason, filename, claimed_type, declared_hash, meta_id, mime_type, size, blob_id from media where id = ${id}`;
    expect(row).toEqual({
      reason: 'erased',
      filename: null,
      claimed_type: null,
      declared_hash: null,
      meta_id: null,
      mime_type: null,
      size: null,
      blob_id: null,
    });
    expect(await db.sql`select caption from media_uses`).toEqual([{ caption: null }]);
  });

  it('leaves a file alone that another message shows', async () => {
    const { id } = await uploadedFile();
    const [first, second] = [randomUUID(), randomUUID()];
    for (const messageId of [first, second]) await write((tx) => use(tx, keyOf(id), { messageId, caption: null }));
    expect(await write((tx) => eraseMedia(tx, world.portfolioId, [first]))).toBe(0);
    expect(await stateOf(id)).toBe('ready');
    expect(await write((tx) => eraseMedia(tx, world.portfolioId, [second]))).toBe(1);
    expect(await stateOf(id)).toBe('erased');
  });
});

describe('files that have had their time', () => {
  it('go: uploads nobody sent within a day', async () => {
    const [unused, used, young] = [await uploadedFile(), await uploadedFile(), await uploadedFile()];
    await write((tx) => use(tx, keyOf(used.id), { messageId: randomUUID(), caption: null }));
    await db.sql`update media set created_at = now() - interval '25 hours' where id <> ${young.id}`;
    expect(await write((tx) => sweepUnused(tx, 24, 10))).toBe(1);
    expect(await Promise.all([unused, used, young].map(({ id }) => stateOf(id)))).toEqual(['erased', 'ready', 'ready']);
    expect(await toRemove()).toEqual([unused.content.object]);
  });

  it('never go while somebody is about to send them', async () => {
    const { id } = await uploadedFile();
    await db.sql`update media set created_at = now() - interval '25 hours'`;
    await inTransaction(db, async (tx) => {
      await tx.sql`select id from media where id = ${id} for update`;
      await use(tx, keyOf(id), { messageId: randomUUID(), caption: null });
      expect(await write((other) => sweepUnused(other, 24, 10))).toBe(0);
    });
    expect(await write((tx) => sweepUnused(tx, 24, 10))).toBe(0);
    expect(await stateOf(id)).toBe('ready');
  });

  it('go: those kept as long as was wished', async () => {
    const [old, young] = [await kept(), await kept()];
    await db.sql`update media set settled_at = now() - interval '31 days' where id = ${old.id}`;
    expect(await write((tx) => sweepOld(tx, 30, 10))).toBe(1);
    expect([await stateOf(old.id), await stateOf(young.id)]).toEqual(['erased', 'ready']);
    expect(await usedBytes(db)).toBe(1000);
  });
});

describe('our files at Meta', () => {
  const lastsMs = 29 * dayMs;

  it('are handed over once for each number, and again when the id has run out', async () => {
    const { id: mediaId } = await uploadedFile();
    const upload = { portfolioId: world.portfolioId, mediaId, phoneNumberId: number };
    expect(await write((tx) => wantUpload(tx, upload, lastsMs))).toBeUndefined();
    expect(await write((tx) => wantUpload(tx, upload, lastsMs))).toBeUndefined();
    const taken = await Promise.all([1, 2].map(() => write((tx) => claimUpload(tx, leaseMs))));
    expect(taken.filter(Boolean)).toMatchObject([{ ...upload, attempts: 1 }]);
    await write((tx) => uploaded(tx, upload, 'meta-1'));
    expect(await write((tx) => wantUpload(tx, upload, lastsMs))).toBe('meta-1');
    expect(await write((tx) => claimUpload(tx, leaseMs))).toBeUndefined();
    await db.sql`update meta_uploads set uploaded_at = now() - interval '30 days', not_before = now()`;
    expect(await write((tx) => wantUpload(tx, upload, lastsMs))).toBeUndefined();
    expect(await write((tx) => claimUpload(tx, leaseMs))).toMatchObject({ mediaId });
  });
});

describe('releasing', () => {
  it('does nothing to bytes that are not there', async () => {
    await write((tx) => releaseContents(tx, world.portfolioId, [randomUUID()]));
    expect(await toRemove()).toEqual([]);
  });
});
