// Files of the pretend town: a few pictures and a film, sounds made up here, and whatever is uploaded while it runs. Links
// to them run out, as the real ones do.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Media, UploadedMedia } from '@throughline/contract';
import { type Answer, problem } from './answers.ts';

interface Stored {
  bytes: Buffer;
  mimeType: string;
  media: Media;
}

const linkMs = 10 * 60_000;
const stored = new Map<string, Stored>();

const sizes: Record<string, Pick<Media, 'width' | 'height'>> = {
  'hallway.jpg': { width: 900, height: 1200 },
  'blue-bike.jpg': { width: 1200, height: 800 },
  'receipt.jpg': { width: 800, height: 1400 },
  'three-bikes.jpg': { width: 1600, height: 700 },
  'smile.webp': { width: 320, height: 320 },
  'ride.mp4': { width: 320, height: 180 },
};
const types: Record<string, string> = { jpg: 'image/jpeg', webp: 'image/webp', mp4: 'video/mp4' };

/** A sample of this name as somebody sent it. */
export function sample(name: string, type: Media['type'], more: Partial<Media> = {}): Media {
  const bytes = readFileSync(new URL(`samples/${name}`, import.meta.url));
  return store(bytes, types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', {
    type,
    ...sizes[name],
    ...more,
  });
}

/** A sound of so many seconds: hummed, since there is nobody to speak. */
export function sound(durationS: number, more: Partial<Media> = {}): Media {
  const rate = 8_000;
  const samples = Math.floor(durationS * rate);
  const bytes = Buffer.alloc(44 + samples);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples, 40);
  for (let i = 0; i < samples; i++) {
    const t = i / rate;
    const loud = 0.5 + 0.5 * Math.sin(t * 9);
    bytes[44 + i] = 128 + Math.round(40 * loud * Math.sin(2 * Math.PI * (180 + 40 * Math.sin(t * 3)) * t));
  }
  return store(bytes, 'audio/wav', { type: 'audio', durationS, ...more });
}

export function paper(filename: string, mimeType: string, sizeBytes: number): Media {
  return { ...store(Buffer.from(`${filename}\n`), mimeType, { type: 'document', filename }), sizeBytes };
}

/** A file that is not here, and why. */
export function missing(state: Media['state'], type: Media['type'], more: Partial<Media> = {}): Media {
  const media: Media = { id: randomUUID(), type, state, ...more };
  stored.set(media.id, { bytes: Buffer.alloc(0), mimeType: 'application/octet-stream', media });
  return media;
}

/** As it is told now: with a link of this minute. */
export function mediaNow(media: Media): Media {
  const held = stored.get(media.id);
  if (held?.media.state !== 'ready') return held?.media ?? media;
  const until = Math.ceil((Date.now() + linkMs) / 120_000) * 120_000;
  return { ...media, url: `/media/${Buffer.from(`${media.id}|${until}`).toString('base64url')}` };
}

/** `GET /media/TOKEN`, with ranges, as a player of films asks. */
export function serve(token: string, range: string | undefined): Answer {
  const [id = '', until = '0'] = Buffer.from(token, 'base64url').toString().split('|');
  const held = stored.get(id);
  if (!held || Number(until) < Date.now()) return problem(403, 'link_expired', 'This link has run out.');
  const { bytes, mimeType, media } = held;
  const [from, to] = rangeOf(range, bytes.length);
  const headers = {
    'content-type': mimeType,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-disposition':
      media.type === 'document'
        ? `attachment; filename*=UTF-8''${encodeURIComponent(media.filename ?? 'file')}`
        : 'inline',
    ...(range === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${bytes.length}` }),
  };
  return { status: range === undefined ? 200 : 206, raw: bytes.subarray(from, to + 1), headers };
}

/** `POST /api/v1/media`. The names decide here what happens: one with "slow" in it takes its time elsewhere. */
export function upload(bytes: Buffer, mimeType: string, filename: string | null): Answer {
  if (/virus|refuse/i.test(filename ?? ''))
    return problem(422, 'media_refused', 'WhatsApp does not take this kind of file. Send it as a PDF, or as a link.');
  const [top, kind] = mimeType.split('/');
  const type: Media['type'] =
    kind === 'webp' ? 'sticker' : top === 'image' || top === 'video' || top === 'audio' ? top : 'document';
  const media = store(bytes, mimeType, { type, ...(filename === null ? {} : { filename }) });
  const answer: UploadedMedia = { id: media.id, type, mimeType, sizeBytes: bytes.length, filename };
  return { status: 201, body: answer };
}

export function heldMedia(id: string): Media | undefined {
  return stored.get(id)?.media;
}

function store(bytes: Buffer, mimeType: string, about: Omit<Media, 'id' | 'state'>): Media {
  const media: Media = { id: randomUUID(), state: 'ready', mimeType, sizeBytes: bytes.length, ...about };
  stored.set(media.id, { bytes, mimeType, media });
  return media;
}

function rangeOf(range: string | undefined, length: number): [number, number] {
  const [, from = '', to = ''] = range?.match(/bytes=(\d*)-(\d*)/) ?? [];
  return [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)];
}
