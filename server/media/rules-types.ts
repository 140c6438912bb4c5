// What a file is and what may be done with it: which types WhatsApp takes, and how each may be shown. Pure tables.
//
// Meta, "Media", supported media types, read 2026-09.

import { limits } from '../limits.ts';

export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

interface Kind {
  /** As what WhatsApp sends it; absent: WhatsApp does not take it. */
  sentAs?: MediaType;
  /** Whether a browser may show it where it stands. What can hold a script never may. */
  inline: boolean;
  /** As it is called in sentences. */
  name: string;
}

const office = 'application/vnd.openxmlformats-officedocument';
const shown = (name: string, sentAs?: MediaType): Kind => ({ ...(sentAs && { sentAs }), inline: true, name });
const kept = (name: string, sentAs?: MediaType): Kind => ({ ...(sentAs && { sentAs }), inline: false, name });

/** Everything a file may be served as. Whatever is not here goes out as bytes that mean nothing. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['image/jpeg', shown('a JPEG picture', 'image')],
  ['image/png', shown('a PNG picture', 'image')],
  ['image/webp', shown('a WebP picture', 'sticker')],
  ['image/gif', shown('a GIF picture')],
  ['video/mp4', shown('an MP4 video', 'video')],
  ['video/3gpp', shown('a 3GPP video', 'video')],
  ['video/webm', shown('a WebM video')],
  ['audio/aac', shown('AAC sound', 'audio')],
  ['audio/mp4', shown('MP4 sound', 'audio')],
  ['audio/mpeg', shown('MP3 sound', 'audio')],
  ['audio/amr', shown('AMR sound', 'audio')],
  ['audio/ogg', shown('Ogg sound', 'audio')],
  ['audio/wav', shown('WAV sound')],
  ['application/pdf', kept('a PDF', 'document')],
  ['application/msword', kept('a Word document', 'document')],
  ['application/vnd.ms-excel', kept('an Excel sheet', 'document')],
  ['application/vnd.ms-powerpoint', kept('a PowerPoint file', 'document')],
  [`${office}.wordprocessingml.document`, kept('a Word document', 'document')],
  [`${office}.spreadsheetml.sheet`, kept('an Excel sheet', 'document')],
  [`${office}.presentationml.presentation`, kept('a PowerPoint file', 'document')],
  ['text/plain', kept('plain text', 'document')],
  ['application/zip', kept('a ZIP archive')],
]);

export const unknownType = 'application/octet-stream';

/** The content type bytes of this sniffed type are served with, and whether a browser may show them. */
export function servedAs(mimeType: string | null): { contentType: string; inline: boolean } {
  const kind = mimeType === null ? undefined : kinds.get(mimeType);
  return kind && mimeType
    ? { contentType: mimeType, inline: kind.inline }
    : { contentType: unknownType, inline: false };
}

const others: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'audio/x-m4a': 'audio/mp4',
    'video/x-m4v': 'video/mp4',
    'video/3gpp2': 'video/3gpp',
    'audio/opus': 'audio/ogg',
  }),
);

const oldOffice: ReadonlyMap<string, string> = new Map(
  Object.entries({
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
  }),
);

export interface Claim {
  filename?: string | undefined;
  mimeType?: string | undefined;
}

/**
 * The type by the bytes, under one name. Two cannot be told by bytes alone, so the claim chooses among what they allow: an old Office
 * file is Word, Excel or PowerPoint by its name, and an MP4 holds a film unless it was said to be sound.
 */
export function typeOf(sniffed: string | undefined, claim: Claim): string {
  const [plain = ''] = (sniffed ?? '').split(';');
  const type = others.get(plain) ?? plain;
  if (type === 'application/x-cfb') return oldOffice.get(endingOf(claim.filename)) ?? unknownType;
  if (type === 'video/mp4' && claim.mimeType?.startsWith('audio/')) return 'audio/mp4';
  return kinds.has(type) ? type : unknownType;
}

function endingOf(filename: string | undefined): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(filename ?? '')?.[1]?.toLowerCase() ?? '';
}

export type Sendable =
  | { kind: 'sendable'; type: MediaType }
  | { kind: 'unsupported'; detail: string }
  | { kind: 'too_large'; type: MediaType; most: number; detail: string };

/** Whether WhatsApp would take it, and as what; where not, why, and what would do. */
export function sendableAs(mimeType: string, bytes: number): Sendable {
  const kind = kinds.get(mimeType);
  const type = kind?.sentAs;
  if (!type)
    return {
      kind: 'unsupported',
      detail: `WhatsApp does not take ${kind?.name ?? 'a file of this kind'}. It takes JPEG and PNG pictures, WebP stickers, MP4 and 3GPP videos, AAC, MP3, AMR, MP4 and Ogg (Opus) sound, and PDF, Word, Excel, PowerPoint and plain text documents.`,
    };
  const most = limits.mediaBytes[type];
  if (bytes <= most) return { kind: 'sendable', type };
  return { kind: 'too_large', type, most, detail: tooLarge(type, most) };
}

function tooLarge(type: MediaType, most: number): string {
  const what = { image: 'A picture', video: 'A video', audio: 'Sound', document: 'A document', sticker: 'A sticker' };
  return `${what[type]} may have ${sizeWords(most)} at most on WhatsApp. Send a smaller one, or a link to it.`;
}

export function sizeWords(bytes: number): string {
  const mega = bytes / 1024 / 1024;
  return mega >= 1 ? `${Math.round(mega)} MB` : `${Math.round(bytes / 1024)} KB`;
}
