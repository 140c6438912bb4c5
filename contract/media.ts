// Files in conversations. What Meta calls them never appears; a link to one lives for minutes.

import { z } from 'zod';
import { Id } from './base.ts';

export const MediaType = z.enum(['image', 'video', 'audio', 'document', 'sticker']);

export const Media = z
  .object({
    id: Id,
    type: MediaType,
    state: z
      .enum(['waiting', 'ready', 'expired', 'too_large', 'refused', 'failed', 'erased'])
      .describe(
        'waiting: on its way. ready: `url` serves it. expired: WhatsApp no longer had it. too_large, refused: not kept. failed: tried for days. erased: removed here.',
      ),
    reason: z.string().optional().describe('Where it is not ready: why, and what may be done, in a sentence.'),
    url: z.string().optional().describe('Relative, signed, for some minutes; ask for the message again for a new one.'),
    mimeType: z.string().optional().describe('What the bytes are, not what the sender called them.'),
    sizeBytes: z.number().int().optional(),
    filename: z.string().optional(),
    caption: z.string().optional(),
    voice: z.boolean().optional().describe('A voice message rather than a sound file.'),
    width: z.number().int().optional(),
    height: z.number().int().optional(),
    durationS: z.number().optional(),
  })
  .meta({ id: 'Media' });

export const UploadedMedia = z
  .object({
    id: Id.describe('Name it as `media` in a message within a day.'),
    type: MediaType.describe('How WhatsApp can send it.'),
    mimeType: z.string(),
    sizeBytes: z.number().int(),
    filename: z.string().nullable(),
  })
  .meta({ id: 'UploadedMedia' });

export type Media = z.infer<typeof Media>;
export type UploadedMedia = z.infer<typeof UploadedMedia>;
