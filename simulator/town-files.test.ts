import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bicyclePhoto } from './drawings.ts';
import { onePage } from './papers.ts';
import { seededRandom } from './random.ts';
import { voiceNote } from './sounds.ts';

describe('files made in code', () => {
  it('a photograph is a PNG with as many pixels as it says', () => {
    const png = bicyclePhoto(seededRandom(1));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const data = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect(rows.length).toBe(height * (width * 3 + 1));
    expect(new Set(rows).size).toBeGreaterThan(20);
    expect(png.length).toBeLessThan(200_000);
  });

  it('a voice note is Ogg with an Opus stream that ends where it says', () => {
    const ogg = voiceNote(3);
    expect([ogg.subarray(0, 4).toString(), ogg.indexOf('OpusHead') > 0, ogg.indexOf('OpusTags') > 0]).toEqual([
      'OggS',
      true,
      true,
    ]);
    const last = ogg.lastIndexOf('OggS');
    expect([ogg[last + 5], Number(ogg.readBigUInt64LE(last + 6))]).toEqual([4, 3 * 48_000]);
  });

  it('a document is a PDF whose table of contents is right', () => {
    const pdf = onePage('Receipt (1)', ['Paid']).toString('latin1');
    const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(start, start + 4)).toBe('xref');
    const offsets = [...pdf.matchAll(/^(\d{10}) 00000 n/gm)].map((match) => Number(match[1]));
    offsets.forEach((offset, i) => {
      expect(pdf.slice(offset).startsWith(`${i + 1} 0 obj`)).toBe(true);
    });
  });
});
