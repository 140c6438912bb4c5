import { randomBytes } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type S3, startS3 } from '../../tests/support/s3.ts';
import { type Blobs, openBlobs, type StoredBlob } from './blobs.ts';
import { TooLongError } from './intake.ts';
import { segmentBytes } from './sealing.ts';
import { pathOf } from './store.ts';

const portfolioId = 'acme';
const quotaBytes = 50 * 1024 * 1024;

let s3: S3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.close());

/** In pieces of odd sizes, as networks deliver. */
function inPieces(bytes: Buffer): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 7 + 3) % 90_001)
    pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces);
}

describe.each(['disk', 's3'] as const)('a store on %s', (kind) => {
  let home: string;
  let blobs: Blobs;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'throughline-blobs-'));
    blobs = await openBlobs(home, { quotaBytes, retentionDays: undefined, s3: kind === 's3' ? s3.access : undefined });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  async function stored(bytes: Buffer): Promise<StoredBlob> {
    const taken = await blobs.take(inPieces(bytes), bytes.length);
    const blob = { portfolioId, ...(await blobs.store(portfolioId, taken)) };
    await taken.drop();
    return blob;
  }

  async function read(blob: StoredBlob, start = 0, end = blob.size - 1): Promise<Buffer | undefined> {
    const stream = await blobs.read(blob, { start, end });
    return stream && (await buffer(stream));
  }

  it.each([1, segmentBytes - 1, segmentBytes, segmentBytes + 1, 9_000_001])(
    'gives back %i bytes as they came',
    async (size) => {
      const bytes = randomBytes(size);
      const blob = await stored(bytes);
      expect(blob).toMatchObject({ store: kind, size });
      expect((await read(blob))?.equals(bytes)).toBe(true);
    },
  );

  it('gives any part of them', async () => {
    const bytes = randomBytes(3 * segmentBytes + 100);
    const blob = await stored(bytes);
    const edges = [0, 1, segmentBytes - 1, segmentBytes, 2 * segmentBytes + 7, bytes.length - 1];
    for (const start of edges)
      for (const end of edges.filter((edge) => edge >= start))
        expect((await read(blob, start, end))?.equals(bytes.subarray(start, end + 1)), `${start}-${end}`).toBe(true);
  });

  it('says that nothing is there, before and after, and takes a second removal', async () => {
    const blob = await stored(randomBytes(10));
    const store = blobs.storeOf(kind);
    await store?.remove(blob);
    await store?.remove(blob);
    expect(await read(blob)).toBeUndefined();
  });

  it('lists what it holds, by the beginning of the name', async () => {
    const blob = await stored(randomBytes(10));
    const store = blobs.storeOf(kind);
    const found = (await store?.list(portfolioId, blob.object.slice(0, 2))) ?? [];
    expect(found.map((one) => one.object)).toContain(blob.object);
    expect(Math.abs((found[0]?.writtenAt ?? 0) - Date.now())).toBeLessThan(120_000);
    expect(await store?.list('nobody', 'aa')).toEqual([]);
  });

  it('leaves nothing half taken in behind', async () => {
    await expect(blobs.take(inPieces(randomBytes(500_000)), 400_000)).rejects.toThrow(TooLongError);
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(100_000);
        throw new Error('the line broke');
      })(),
    );
    await expect(blobs.take(broken, 400_000)).rejects.toThrow('the line broke');
    expect(readdirSync(blobs.incoming)).toEqual([]);
  });
});

describe('a store on disk', () => {
  let home: string;
  let blobs: Blobs;
  const secret = Buffer.from('what the customer sent, again and again. '.repeat(5_000));

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'throughline-blobs-'));
    blobs = await openBlobs(home, { quotaBytes, retentionDays: undefined, s3: undefined });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  async function secretStored(): Promise<{ blob: StoredBlob; path: string }> {
    const taken = await blobs.take(Readable.from([secret]), secret.length);
    const blob = { portfolioId, ...(await blobs.store(portfolioId, taken)) };
    return { blob, path: join(home, 'media', 'blobs', pathOf(blob)) };
  }

  it('shows nothing to whoever looks at the files, nor lets others look', async () => {
    const { path } = await secretStored();
    expect(readFileSync(path).includes('customer')).toBe(false);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(home, 'media', 'blobs')).mode & 0o077).toBe(0);
  });

  it.each([
    [
      'a byte was changed',
      (path: string, bytes: Buffer) => writeFileSync(path, bytes.with(70_000, (bytes[70_000] ?? 0) ^ 1)),
    ],
    ['the end is missing', (path: string, bytes: Buffer) => truncateSync(path, bytes.length - 20_000)],
    ['whole segments are missing', (path: string) => truncateSync(path, segmentBytes + 16)],
  ])('hands out nothing false where %s', async (_how, harm) => {
    const { blob, path } = await secretStored();
    harm(path, readFileSync(path));
    const stream = await blobs.read(blob, { start: 0, end: blob.size - 1 });
    await expect(buffer(stream ?? Readable.from([]))).rejects.toThrow();
  });

  it('hands out nothing under another key', async () => {
    const { blob } = await secretStored();
    const stream = await blobs.read({ ...blob, key: randomBytes(32) }, { start: 0, end: 10 });
    await expect(buffer(stream ?? Readable.from([]))).rejects.toThrow();
  });

  it('has room up to the quota, what is coming in included', async () => {
    const half = quotaBytes / 2;
    expect(await blobs.reserve(half, half + 1)).toBeUndefined();
    const fits = await blobs.reserve(half, 0);
    expect(await blobs.reserve(half, 1)).toBeUndefined();
    fits?.giveBack();
    fits?.giveBack();
    expect(await blobs.reserve(half, half)).toBeDefined();
  });

  it('removes what dead processes left, and not what is being taken in', async () => {
    const old = join(blobs.incoming, 'old');
    const young = join(blobs.incoming, 'young');
    writeFileSync(old, 'x');
    writeFileSync(young, 'x');
    utimesSync(old, new Date(0), new Date(0));
    await blobs.tidy(Date.now());
    expect(readdirSync(blobs.incoming)).toEqual(['young']);
  });
});

describe('a store on S3 that is not as it should be', () => {
  it('fails with a status and no secret in the words', async () => {
    const home = mkdtempSync(join(tmpdir(), 'throughline-blobs-'));
    const access = { ...s3.access, secretKey: 'hunter2' };
    const blobs = await openBlobs(home, { quotaBytes, retentionDays: undefined, s3: access });
    const taken = await blobs.take(Readable.from([randomBytes(10)]), 10);
    await expect(blobs.store(portfolioId, taken)).rejects.toThrow(/^The S3 store refused to write: 403\.$/);
    rmSync(home, { recursive: true, force: true });
  });
});
