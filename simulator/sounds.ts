// A voice note: some seconds of silence in Opus, packed in Ogg as WhatsApp's own (RFC 3533, RFC 6716, RFC 7845).

const SAMPLES = 960;
const RATE = 48_000;
const FRAMES_A_PAGE = 50;
const PRE_SKIP = 312;
/** 20 ms of mono silence: full band, one frame. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);

export function voiceNote(seconds: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head.set([1, 1], 8);
  head.writeUInt16LE(PRE_SKIP, 10);
  head.writeUInt32LE(RATE, 12);
  const vendor = Buffer.from('simulator', 'latin1');
  const tags = Buffer.alloc(16 + vendor.length);
  tags.write('OpusTags', 0, 'latin1');
  tags.writeUInt32LE(vendor.length, 8);
  vendor.copy(tags, 12);

  const frames = Math.max(1, Math.ceil((seconds * RATE) / SAMPLES));
  const pages = [page([head], { number: 0, granule: 0, flags: 2 }), page([tags], { number: 1, granule: 0, flags: 0 })];
  for (let done = 0; done < frames; ) {
    const count = Math.min(FRAMES_A_PAGE, frames - done);
    done += count;
    const place = { number: pages.length, granule: done * SAMPLES, flags: done === frames ? 4 : 0 };
    pages.push(
      page(
        Array.from({ length: count }, () => SILENCE),
        place,
      ),
    );
  }
  return Buffer.concat(pages);
}

/** `flags`: 2 for the first page, 4 for the last. */
function page(packets: readonly Buffer[], place: { number: number; granule: number; flags: number }): Buffer {
  const header = Buffer.alloc(27 + packets.length);
  header.write('OggS', 0, 'latin1');
  header[5] = place.flags;
  header.writeBigUInt64LE(BigInt(place.granule), 6);
  header.writeUInt32LE(0x5eed, 14);
  header.writeUInt32LE(place.number, 18);
  header[26] = packets.length;
  // Every packet here is shorter than 255 bytes, so its length is one number.
  packets.forEach((packet, i) => {
    header[27 + i] = packet.length;
  });
  const whole = Buffer.concat([header, ...packets]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

/** Ogg's own: no reflection, nothing inverted, so not the one in node:zlib. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
