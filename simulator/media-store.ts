// Files of the pretend Meta: what people sent and what the business uploaded, under ids that expire. The facts live in the
// state; the bytes in memory, or, where the world has a state file, in a folder beside it. Both are bounded: the oldest go first.

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';
import type { MediaRecord, State } from './state.ts';

const DAY_MS = 86_400_000;
/** Meta, "Media", read 2026-09: uploaded files are kept for 30 days, ids in webhooks for 7, an address works for 5 minutes. */
const UPLOADED_FOR_MS = 30 * DAY_MS;
const RECEIVED_FOR_MS = 7 * DAY_MS;
const URL_FOR_MS = 5 * 60_000;

const MAX_BYTES = 1024 * 1024 * 1024;
const MAX_FILES = 10_000;

export interface NewMedia {
  phoneNumberId: string;
  from: 'person' | 'business';
  mimeType: string;
  bytes: Buffer;
  filename?: string;
}

interface MediaStoreParts {
  state: State;
  random: Random;
  now: () => number;
  /** Where the bytes go; in memory only where left out. */
  folder?: string;
}

export class MediaStore {
  /** `http://host:port` of the simulator itself, once it listens. */
  base = '';
  readonly #parts: MediaStoreParts;
  /** Not by the seed: addresses of one run lead nowhere in the next, as with Meta's after five minutes. */
  readonly #secret = randomBytes(32);
  readonly #bytes = new Map<string, Buffer>();
  #size = 0;

  constructor(parts: MediaStoreParts) {
    this.#parts = parts;
    for (const record of Object.values(parts.state.media)) this.#size += record.size;
    // A file is written before the state that names it: what a crash left unnamed goes.
    const { folder } = parts;
    for (const name of folder !== undefined && existsSync(folder) ? readdirSync(folder) : []) {
      if (folder !== undefined && parts.state.media[name] === undefined) rmSync(join(folder, name), { force: true });
    }
  }

  put(media: NewMedia): MediaRecord {
    const { state, random, now } = this.#parts;
    const { bytes, from, filename } = media;
    const record: MediaRecord = {
      id: `${random.int(1, 9)}${random.text('0123456789', 15)}`,
      phoneNumberId: media.phoneNumberId,
      from,
      mimeType: media.mimeType,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      expiresAt: now() + (from === 'business' ? UPLOADED_FOR_MS : RECEIVED_FOR_MS),
      ...(filename === undefined ? {} : { filename }),
    };
    state.media[record.id] = record;
    this.#size += record.size;
    this.#keep(record.id, bytes);
    this.#makeRoom();
    return record;
  }

  /** Nothing where the id is unknown, deleted or expired. */
  find(id: string): MediaRecord | undefined {
    const record = this.#parts.state.media[id];
    return record === undefined || record.expiresAt <= this.#parts.now() ? undefined : record;
  }

  bytesOf(id: string): Buffer | undefined {
    const { folder } = this.#parts;
    const held = this.#bytes.get(id);
    if (held !== undefined || folder === undefined || !/^\d+$/.test(id)) return held;
    try {
      return readFileSync(join(folder, id));
    } catch {
      return undefined;
    }
  }

  remove(id: string): void {
    const record = this.#parts.state.media[id];
    if (record === undefined) return;
    this.#size -= record.size;
    delete this.#parts.state.media[id];
    this.#bytes.delete(id);
    if (this.#parts.folder !== undefined) rmSync(join(this.#parts.folder, id), { force: true });
  }

  /** An address for the bytes, good for five minutes, in the form of Meta's own. */
  urlOf(record: MediaRecord, base = this.base): string {
    const until = String(Math.floor((this.#parts.now() + URL_FOR_MS) / 1000));
    const query = new URLSearchParams({ mid: record.id, ext: until, hash: this.#seal(record.id, until) });
    return `${base}/whatsapp_business/attachments/?${query}`;
  }

  /** What an address leads to now. */
  opened(query: URLSearchParams): { record: MediaRecord; bytes: Buffer } | undefined {
    const [id, until, hash] = ['mid', 'ext', 'hash'].map((name) => query.get(name) ?? '') as [string, string, string];
    const seal = Buffer.from(this.#seal(id, until));
    const given = Buffer.from(hash);
    if (given.length !== seal.length || !timingSafeEqual(given, seal)) return undefined;
    const record = Number(until) * 1000 > this.#parts.now() ? this.find(id) : undefined;
    const bytes = record === undefined ? undefined : this.bytesOf(id);
    return record === undefined || bytes === undefined ? undefined : { record, bytes };
  }

  #keep(id: string, bytes: Buffer): void {
    const { folder } = this.#parts;
    if (folder === undefined) {
      this.#bytes.set(id, bytes);
      return;
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, id), bytes, { mode: 0o600 });
  }

  #makeRoom(): void {
    const { media } = this.#parts.state;
    let count = Object.keys(media).length;
    if (count <= MAX_FILES && this.#size <= MAX_BYTES) return;
    for (const record of Object.values(media).sort((a, b) => a.expiresAt - b.expiresAt)) {
      if (count <= MAX_FILES * 0.9 && this.#size <= MAX_BYTES * 0.9) return;
      this.remove(record.id);
      count--;
    }
  }

  #seal(id: string, until: string): string {
    return createHmac('sha256', this.#secret).update(`${id} ${until}`).digest('base64url');
  }
}
