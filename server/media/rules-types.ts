// What a file is and what may be done with it: which types WhatsApp takes, and how each may be shown. Pure tables.
//
// Meta, "Media", supported media types, read 2026-09.

import { limits } from '../limits.ts';
import { type Sentence, sentence } from '../words/sentence.ts';

export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

interface Kind {
  /** As what WhatsApp sends it; absent: WhatsApp does not take it. */
  sentAs?: MediaType;
  /** Whether a browser may show it where it stands. What can hold a script never may. */
  inline: boolean;
  /** Of one WhatsApp does not take: by what a sentence knows it. */
  name?: 'gif' | 'webm' | 'wav' | 'zip';
}

const office = 'application/vnd.openxmlformats-officedocument';
const shown = (sentAs: MediaType): Kind => ({ sentAs, inline: true });
const kept = (sentAs: MediaType): Kind => ({ sentAs, inline: false });
const untaken = (name: Kind['name'] & string, inline: boolean): Kind => ({ inline, name });

/** Everything a file may be served as. Whatever is not here goes out as bytes that mean nothing. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['image/jpeg', shown('image')],
  ['image/png', shown('image')],
  ['image/webp', shown('sticker')],
  ['image/gif', untaken('gif', true)],
  ['video/mp4', shown('video')],
  ['video/3gpp', shown('video')],
  ['video/webm', untaken('webm', true)],
  ['audio/aac', shown('audio')],
  ['audio/mp4', shown('audio')],
  ['audio/mpeg', shown('audio')],
  ['audio/amr', shown('audio')],
  ['audio/ogg', shown('audio')],
  ['audio/wav', untaken('wav', true)],
  ['application/pdf', kept('document')],
  ['application/msword', kept('document')],
  ['application/vnd.ms-excel', kept('document')],
  ['application/vnd.ms-powerpoint', kept('document')],
  [`${office}.wordprocessingml.document`, kept('document')],
  [`${office}.spreadsheetml.sheet`, kept('document')],
  [`${office}.presentationml.presentation`, kept('document')],
  ['text/plain', kept('document')],
  ['application/zip', untaken('zip', false)],
]);

export const unknownType = 'application/octet-stream';

/** The content type bytes of this sniffed type are served with, and whether a browser may show them. */
export function servedAs(mimeType: string | null): { contentType: string; inline: boolean } {
  const kind = mimeType === null ? undefined : kinds.get(mimeType);
  return kind && mimeType
    ? { contentType: mimeType, inline: kind.inline }
    : { contentType: unknownType, inline: false };
}

const endings: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['video/3gpp', '3gp'],
  ['audio/mp4', 'm4a'],
  ['audio/mpeg', 'mp3'],
  ['application/msword', 'doc'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.ms-powerpoint', 'ppt'],
  [`${office}.wordprocessingml.document`, 'docx'],
  [`${office}.spreadsheetml.sheet`, 'xlsx'],
  [`${office}.presentationml.presentation`, 'pptx'],
  ['text/plain', 'txt'],
]);

/** How the name of a file of this sniffed type ends, so that it is opened by what opens such files. */
export function savedEnding(mimeType: string): string {
  return endings.get(mimeType) ?? (kinds.has(mimeType) ? (mimeType.split('/')[1] ?? 'bin') : 'bin');
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
  | { kind: 'unsupported'; detail: Sentence }
  | { kind: 'too_large'; type: MediaType; detail: Sentence };

/** Whether WhatsApp would take it, and as what; where not, why, and what would do. */
export function sendableAs(mimeType: string, bytes: number): Sendable {
  const kind = kinds.get(mimeType);
  const type = kind?.sentAs;
  if (!type)
    return {
      kind: 'unsupported',
      detail: sentence('problem.media_not_sendable', { kind: kind?.name ?? 'other' }),
    };
  const most = limits.mediaBytes[type];
  if (bytes <= most) return { kind: 'sendable', type };
  return {
    kind: 'too_large',
    type,
    detail: sentence(`problem.media_too_large.${type}`, { most: sizeSentence(most) }),
  };
}

/** In the units people know files by. */
export function sizeSentence(bytes: number): Sentence {
  const mega = bytes / 1024 / 1024;
  return mega >= 1
    ? sentence('file.megabytes', { count: Math.round(mega) })
    : sentence('file.kilobytes', { count: Math.round(bytes / 1024) });
}
