// A file a person sends, as the webhook words it (Meta, "Image messages webhook" and its siblings, read 2026-09).

import { faultOf, statusError } from './errors.ts';
import type { MediaKind } from './media-rules.ts';
import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import type { BusinessNumber } from './state.ts';

export interface SentFile {
  type: MediaKind;
  bytes: Buffer | Uint8Array;
  mimeType: string;
  filename?: string;
  caption?: string;
  /** A voice note rather than a piece of audio. */
  voice?: boolean;
  /** Of a sticker. */
  animated?: boolean;
}

/** Keeps the file and words the message. One that is too large arrives as an error and without its id. */
export function contentOfFile(world: Registry, number: BusinessNumber, file: SentFile): { type: string } & Json {
  const bytes = Buffer.from(file.bytes);
  if (bytes.length > world.knobs.largestFromPeople) {
    const most = Math.round(world.knobs.largestFromPeople / 1_048_576);
    const title = `Media file size too big. Max file size we currently support: ${most}MB. Please communicate with your customer to send a media file that is less than ${most}MB`;
    const error = { ...statusError({ ...faultOf(131052), title }), href: undefined };
    return { type: 'unsupported', unsupported: { type: file.type }, errors: [error] };
  }
  const record = world.media.put({
    phoneNumberId: number.phoneNumberId,
    from: 'person',
    mimeType: file.mimeType,
    bytes,
    ...(file.filename === undefined ? {} : { filename: file.filename }),
  });
  const { caption, filename, type } = file;
  const inner = {
    ...(caption === undefined ? {} : { caption }),
    ...(filename === undefined || type !== 'document' ? {} : { filename }),
    mime_type: file.mimeType,
    // In webhooks the hash is base64, in the answer to a media id hexadecimal.
    sha256: Buffer.from(record.sha256, 'hex').toString('base64'),
    id: record.id,
    ...(world.knobs.mediaUrlInWebhook ? { url: world.media.urlOf(record) } : {}),
    ...(type === 'audio' ? { voice: file.voice ?? false } : {}),
    ...(type === 'sticker' ? { animated: file.animated ?? false } : {}),
  };
  return { type, [type]: inner };
}
