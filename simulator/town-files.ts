// Files the people of the town send: a photograph, a voice note, a document.

import { bicyclePhoto } from './drawings.ts';
import type { SentFile } from './inbound-media.ts';
import { onePage } from './papers.ts';
import type { Random } from './random.ts';
import { voiceNote } from './sounds.ts';

export function photo(random: Random, caption?: string): SentFile {
  const words = caption === undefined ? {} : { caption };
  return { type: 'image', bytes: bicyclePhoto(random), mimeType: 'image/png', ...words };
}

export const voice = (random: Random): SentFile => ({
  type: 'audio',
  bytes: voiceNote(random.int(2, 9)),
  mimeType: 'audio/ogg; codecs=opus',
  voice: true,
});

export function paper(random: Random, name: string): SentFile {
  const number = random.int(1000, 9999);
  const bytes = onePage(`Receipt ${number}`, [
    'Lagos Bikes',
    `For: ${name.replace(/[^\x20-\x7e]/g, '?')}`,
    'One service, parts included',
    'Paid',
  ]);
  return {
    type: 'document',
    bytes,
    mimeType: 'application/pdf',
    filename: `receipt-${number}.pdf`,
    caption: 'My receipt',
  };
}

/** One of them, photographs more often. */
export function anyFile(random: Random, name: string): SentFile {
  const dice = random.next();
  if (dice < 0.5) return photo(random, random.chance(0.5) ? 'This is the one' : undefined);
  return dice < 0.8 ? voice(random) : paper(random, name);
}
