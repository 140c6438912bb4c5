// Message templates: written and approved at Meta, synced here, filled in when sent.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';

export const TemplateSlot = z
  .object({
    key: z
      .string()
      .describe(
        'Names a place to fill: `body.1` or `body.name`, `header.1`, `header.media`, `header.location`, `button.0` (what is appended to the link, or the code), `card.0.body.1` in a carousel, `offer.expires`.',
      ),
    kind: z.enum(['text', 'media', 'location', 'code', 'payload', 'time']),
    media: z.enum(['image', 'video', 'document']).optional().describe('For kind media: what it takes.'),
    label: z.string().describe('For people: "Body, 1", "Body, name", "Header picture".'),
    example: z.string().nullable(),
    required: z.boolean(),
  })
  .meta({ id: 'TemplateSlot' });

export const TemplateButton = z
  .object({
    kind: z.enum(['quick_reply', 'url', 'phone', 'copy_code', 'otp', 'flow', 'request_contact_info', 'other']),
    label: z.string(),
    url: z.string().optional(),
    phone: z.string().optional(),
  })
  .meta({ id: 'TemplateButton' });

/** A message as its reader sees it: filled in, or with its places still marked {{1}}. */
export const TemplateText = z
  .object({
    header: z
      .object({ kind: z.enum(['text', 'image', 'video', 'document', 'location']), text: z.string().optional() })
      .optional(),
    body: z.string(),
    footer: z.string().optional(),
    buttons: z.array(TemplateButton),
    cards: z
      .array(
        z.object({ header: z.enum(['image', 'video']).optional(), body: z.string(), buttons: z.array(TemplateButton) }),
      )
      .optional()
      .describe('A carousel.'),
  })
  .meta({ id: 'TemplateText' });

export const TemplateStatus = z.enum(['approved', 'pending', 'rejected', 'paused', 'disabled', 'deleted', 'other']);
export const TemplateCategory = z.enum(['marketing', 'utility', 'authentication', 'other']);

export const Template = z
  .object({
    id: Id,
    portfolioId: z.string(),
    name: z.string(),
    language: z.string().describe("Meta's code, as en_US."),
    category: TemplateCategory,
    status: TemplateStatus,
    reason: z.string().nullable().describe('Why Meta rejected, paused or disabled it, where it said so.'),
    quality: z.enum(['green', 'yellow', 'red', 'unknown']),
    text: TemplateText,
    slots: z.array(TemplateSlot),
    needsPhone: z
      .boolean()
      .describe('Only deliverable to a phone number: one-tap, zero-tap and copy-code authentication templates.'),
    asksForNumber: z.boolean().describe('Has the button with which a person shares their number.'),
    sendable: z.boolean(),
    why: z.string().nullable().describe('Where it cannot be sent: a sentence.'),
    syncedAt: at,
  })
  .meta({ id: 'Template' });

export const ListTemplates = z.object({
  businessNumber: z.string().optional().describe('Only those this business number may send.'),
  status: TemplateStatus.optional(),
  category: TemplateCategory.optional(),
  sendable: z.stringbool().optional(),
  asksForNumber: z.stringbool().optional(),
  q: z.string().max(100).optional().describe('In the name or the text.'),
  limit,
  cursor,
});

/** Slot key to what goes there: a text, or the id of an uploaded file, or `latitude,longitude,name,address`. */
export const TemplateValues = z
  .record(z.string().max(100), z.string().max(2000))
  .describe('Slot keys of the template, each with its text; for a media slot the id of an uploaded file.');

export const PreviewTemplate = z
  .object({
    values: TemplateValues.default({}),
    conversation: Id.optional().describe('Also says whether it can go there.'),
  })
  .meta({ id: 'PreviewTemplate' });

export const TemplatePreview = z
  .object({
    text: TemplateText,
    problems: z
      .array(z.object({ slot: z.string().nullable(), problem: z.string() }))
      .describe('Empty: it can be sent.'),
  })
  .meta({ id: 'TemplatePreview' });

export const TemplateSync = z
  .object({
    state: z.enum(['never', 'running', 'done', 'failed']),
    at: at.nullable(),
    count: z.number().int(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'TemplateSync' });

export type Template = z.infer<typeof Template>;
export type TemplateSlot = z.infer<typeof TemplateSlot>;
export type TemplateButton = z.infer<typeof TemplateButton>;
export type TemplateText = z.infer<typeof TemplateText>;
export type TemplatePreview = z.infer<typeof TemplatePreview>;
export type TemplateSync = z.infer<typeof TemplateSync>;
export type TemplateValues = z.infer<typeof TemplateValues>;
export type ListTemplates = z.infer<typeof ListTemplates>;
