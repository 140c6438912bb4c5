// What WhatsApp takes as what, and how large. The server looks at the bytes and decides; this only says it before a file is
// on its way. Meta, Cloud API, Media: supported media types, read 2026-09. Pure.

import type { UploadedMedia } from '@throughline/contract';
import { say } from '../../words/say.tsx';

export type FileType = UploadedMedia['type'];

const mb = 1_000_000;
const mostBytes: Record<FileType, number> = {
  image: 5 * mb,
  video: 16 * mb,
  audio: 16 * mb,
  sticker: 0.5 * mb,
  document: 100 * mb,
};

const typeOf: Record<string, FileType> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'sticker',
  'video/mp4': 'video',
  'video/3gpp': 'video',
  'audio/aac': 'audio',
  'audio/amr': 'audio',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/x-m4a': 'audio',
  'audio/ogg': 'audio',
};

interface Chosen {
  name: string;
  size: number;
  type: string;
}

/** As what it would be sent: anything WhatsApp does not show goes as a document. */
export function fileType({ type }: Pick<Chosen, 'type'>): FileType {
  return typeOf[type.split(';')[0] ?? ''] ?? 'document';
}

/** Only Ogg with Opus is played as a voice message. Meta, Audio messages, read 2026-09. */
export function mayBeVoice({ type }: Pick<Chosen, 'type'>): boolean {
  return type.startsWith('audio/ogg');
}

/** Why it cannot be sent, and what to do; undefined where it can. */
export function fileProblem(file: Chosen): string | undefined {
  if (file.size === 0) return say('compose.emptyFile');
  const type = fileType(file);
  const most = mostBytes[type];
  if (file.size <= most) return undefined;
  const limit = say('compose.megabytes', { size: most / mb });
  switch (type) {
    case 'image':
      return say('compose.pictureTooLarge', { limit });
    case 'video':
      return say('compose.videoTooLarge', { limit });
    case 'audio':
      return say('compose.soundTooLarge', { limit });
    case 'sticker':
      return say('compose.stickerTooLarge', { size: most / 1000 });
    case 'document':
      return say('compose.documentTooLarge', { limit });
  }
}
