// Small real files, made here: what each is, is told by its bytes.

import { createHash, randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** A grey PNG picture of this size, with noise enough that two are never the same. */
export function png(width = 3, height = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(
    Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), randomBytes(width)])),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** The first page of an Ogg stream of Opus, and noise: enough to be recognized by. */
export function voiceNote(bytes = 400): Buffer {
  const opus = Buffer.alloc(19);
  opus.write('OpusHead', 'latin1');
  opus.set([1, 1], 8);
  const page = Buffer.alloc(28);
  page.write('OggS', 'latin1');
  page.set([0, 2], 4);
  page.set([1, opus.length], 26);
  return Buffer.concat([page, opus, randomBytes(bytes)]);
}

export function pdf(bytes = 300): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    Buffer.from(randomBytes(bytes).toString('hex')),
    Buffer.from('\n%%EOF\n'),
  ]);
}

/** As much as is asked for of an MP4 video, recognizable by its head. */
export function mp4(bytes: number): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(24, 0);
  head.write('ftypisom', 4, 'latin1');
  head.write('isommp42', 16, 'latin1');
  return Buffer.concat([head, randomBytes(Math.max(0, bytes - head.length))]);
}

export const page = Buffer.from('<!doctype html><script>alert(document.domain)</script>');

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
