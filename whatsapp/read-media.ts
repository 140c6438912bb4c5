// What Meta answers about files (Meta, "Media", read 2026-09): where one can be fetched, and the id of one that was handed over.

import { explainError } from './error-table.ts';
import { fieldsOf, idOf, isFields, numberOf, textOf, wordsOf } from './fields.ts';
import type { MetaError } from './items.ts';
import { readError } from './meta-error.ts';

/**
 * `found`: fetch it from `url` within five minutes, with the access token. `gone`: Meta has no such file, or has it no more.
 * `denied`: our token may not see it; somebody has to mend that. `later`: Meta is busy, or what came cannot be read.
 */
export type MediaAnswer =
  | { kind: 'found'; url: string; mimeType?: string; sha256?: string; bytes?: number }
  | { kind: 'gone' }
  | { kind: 'denied' }
  | { kind: 'later' };

/** What `GET /{MEDIA_ID}` answered; `body` is the parsed JSON, or whatever stood in its place. */
export function readMediaAnswer(httpStatus: number, body: unknown): MediaAnswer {
  const answer = fieldsOf(body);
  if (isFields(answer.error)) return refusal(readError(answer.error), httpStatus);
  const url = httpUrlOf(answer.url);
  if (httpStatus !== 200 || !url) return { kind: 'later' };
  const found: MediaAnswer = { kind: 'found', url };
  const mimeType = wordsOf(answer.mime_type);
  const sha256 = hashOf(answer.sha256);
  const bytes = numberOf(answer.file_size);
  if (mimeType) found.mimeType = mimeType;
  if (sha256) found.sha256 = sha256;
  if (bytes !== undefined && bytes >= 0) found.bytes = bytes;
  return found;
}

/** Meta's general codes, not those of messages: 100 for an id that is not there (subcode 33), 131052 for a file it cannot give. */
function refusal(error: MetaError, httpStatus: number): MediaAnswer {
  const { kind } = explainError(error.code);
  if (kind === 'access') return { kind: 'denied' };
  if (error.code === 100 || error.code === 131052 || httpStatus === 404) return { kind: 'gone' };
  return { kind: 'later' };
}

/** `refused`: Meta will not have this file, whenever it is tried. */
export type UploadAnswer =
  | { kind: 'uploaded'; id: string }
  | { kind: 'refused'; error: MetaError }
  | { kind: 'later'; code?: number };

/** What `POST /{PHONE_NUMBER_ID}/media` answered. */
export function readUploadAnswer(httpStatus: number, body: unknown): UploadAnswer {
  const answer = fieldsOf(body);
  if (isFields(answer.error)) {
    const error = readError(answer.error);
    const { kind } = explainError(error.code);
    const forGood = error.code === 100 || error.code === 131053 || kind === 'content';
    return forGood && httpStatus < 500 ? { kind: 'refused', error } : { kind: 'later', code: error.code };
  }
  const id = idOf(answer.id);
  return httpStatus >= 200 && httpStatus < 300 && id ? { kind: 'uploaded', id } : { kind: 'later' };
}

function httpUrlOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text && text.length <= 4096 && /^https?:\/\//.test(text) && URL.canParse(text) ? text : undefined;
}

/** SHA-256 as hex: Meta writes it in base64 in webhooks and in hex in answers. */
export function hashOf(value: unknown): string | undefined {
  const text = wordsOf(value);
  if (!text) return undefined;
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
