// Which files WhatsApp carries, as what, and how large (Meta, "Media", read 2026-09).

import { faultOf, type MetaFault } from './errors.ts';

export const mediaKinds = ['audio', 'document', 'image', 'sticker', 'video'] as const;
export type MediaKind = (typeof mediaKinds)[number];

const KB = 1024;
const MB = 1024 * KB;

/** What the business may upload, in the order Meta lists it. */
const TYPES: Record<string, MediaKind> = {
  'audio/aac': 'audio',
  'audio/mp4': 'audio',
  'audio/mpeg': 'audio',
  'audio/amr': 'audio',
  'audio/ogg': 'audio',
  'audio/opus': 'audio',
  'application/vnd.ms-powerpoint': 'document',
  'application/msword': 'document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'document',
  'application/pdf': 'document',
  'text/plain': 'document',
  'application/vnd.ms-excel': 'document',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'sticker',
  'video/mp4': 'video',
  'video/3gpp': 'video',
};

const LIMITS: Record<MediaKind, number> = {
  audio: 16 * MB,
  document: 100 * MB,
  image: 5 * MB,
  sticker: 100 * KB,
  video: 16 * MB,
};
const ANIMATED_STICKER = 500 * KB;

export const isMediaKind = (type: string): type is MediaKind => mediaKinds.includes(type as MediaKind);

/** `audio/ogg; codecs=opus` is `audio/ogg`. */
export const bareType = (mimeType: string): string => (mimeType.split(';')[0] ?? '').trim().toLowerCase();

/** Why an upload is not taken. That a file is too large is answered with 131053: inferred, Meta names no code. */
export function uploadFault(mimeType: string, bytes: Buffer): MetaFault | undefined {
  const kind = TYPES[bareType(mimeType)];
  if (kind === undefined) {
    const allowed = Object.keys(TYPES).join(', ');
    const received = bareType(mimeType) || 'application/octet-stream';
    return faultOf(
      100,
      `(#100) Param file must be a file with one of the following types: ${allowed}. Received file of type '${received}'.`,
    );
  }
  const limit = limitOf(kind, bytes);
  return bytes.length > limit
    ? faultOf(131053, `Media file size too big. Max file size we currently support for ${kind}: ${limit} bytes`)
    : undefined;
}

/** Whether a stored file can go out as this kind of message: a document may be anything, the others only their own. */
export function carriageFault(kind: MediaKind, mimeType: string, size: number): MetaFault | undefined {
  const own = TYPES[bareType(mimeType)];
  if (kind !== 'document' && own !== kind) {
    return faultOf(131053, `Unsupported ${capital(kind)} mime type ${mimeType}. Please use a supported one`);
  }
  return size > (kind === 'sticker' ? ANIMATED_STICKER : LIMITS[kind])
    ? faultOf(131053, `Media file size too big for ${kind}`)
    : undefined;
}

function limitOf(kind: MediaKind, bytes: Buffer): number {
  return kind === 'sticker' && isAnimated(bytes) ? ANIMATED_STICKER : LIMITS[kind];
}

/** An extended WebP file whose second flag bit is set (Google, "WebP Container Specification", read 2026-09). */
function isAnimated(webp: Buffer): boolean {
  return webp.length > 20 && webp.toString('latin1', 12, 16) === 'VP8X' && ((webp[20] ?? 0) & 0x02) !== 0;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
