// What is said: the content we send, and how every kind of message reads.

import { z } from 'zod';
import { at, Id } from './base.ts';
import { Card, SharedCard } from './cards.ts';
import { Media } from './media.ts';
import { TemplateText, TemplateValues } from './templates.ts';

const caption = z.string().max(1024).optional().describe('Up to 1,024 characters.');
const file = {
  media: Id.optional().describe('An uploaded file: POST /api/v1/media.'),
  link: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .optional()
    .describe('Or an https address Meta fetches it from.'),
};
const oneSource = { message: 'name either media or link, not both', path: ['media'] };
const hasOneSource = (part: { media?: string | undefined; link?: string | undefined }) =>
  (part.media === undefined) !== (part.link === undefined);

const text = z
  .object({ body: z.string().min(1).max(4096), previewUrl: z.boolean().optional() })
  .describe('Meta allows 1 to 4,096 characters.');
const template = z
  .object({
    name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'lower-case letters, digits and _'),
    language: z.object({ code: z.string().min(2).max(15) }),
    values: TemplateValues.optional(),
    components: z
      .array(z.record(z.string(), z.unknown()))
      .max(20)
      .optional()
      .describe("Meta's own form, instead of `values`, for those who build it themselves."),
  })
  .refine((one) => one.values === undefined || one.components === undefined, {
    message: 'name either values or components, not both',
    path: ['values'],
  });
const label = z.string().trim().min(1).max(20).describe('Up to 20 characters.');
const body = z.string().min(1).max(1024);
const footer = z.string().min(1).max(60).optional();
const header = z.string().min(1).max(60).optional();

export const InteractiveContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('buttons'),
    header,
    body,
    footer,
    buttons: z
      .array(z.object({ id: z.string().min(1).max(256), title: label }))
      .min(1)
      .max(3),
  }),
  z.object({
    kind: z.literal('list'),
    header,
    body: z.string().min(1).max(4096),
    footer,
    button: label.describe('Opens the list.'),
    sections: z
      .array(
        z.object({
          title: z.string().trim().max(24).optional(),
          rows: z
            .array(
              z.object({
                id: z.string().min(1).max(200),
                title: z.string().trim().min(1).max(24),
                description: z.string().trim().max(72).optional(),
              }),
            )
            .min(1)
            .max(10),
        }),
      )
      .min(1)
      .max(10),
  }),
  z.object({
    kind: z.literal('link'),
    header,
    body,
    footer,
    label,
    url: z.url({ protocol: /^https?$/ }).max(2000),
  }),
  z.object({ kind: z.literal('location_request'), body }),
]);

const sendable = [
  z.object({ type: z.literal('text'), text }),
  z.object({ type: z.literal('image'), image: z.object({ ...file, caption }).refine(hasOneSource, oneSource) }),
  z.object({ type: z.literal('video'), video: z.object({ ...file, caption }).refine(hasOneSource, oneSource) }),
  z.object({
    type: z.literal('audio'),
    audio: z.object({ ...file, voice: z.boolean().optional() }).refine(hasOneSource, oneSource),
  }),
  z.object({
    type: z.literal('document'),
    document: z.object({ ...file, caption, filename: z.string().max(240).optional() }).refine(hasOneSource, oneSource),
  }),
  z.object({ type: z.literal('sticker'), sticker: z.object(file).refine(hasOneSource, oneSource) }),
  z.object({
    type: z.literal('location'),
    location: z.object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: z.string().max(1000).optional(),
      address: z.string().max(1000).optional(),
    }),
  }),
  z.object({ type: z.literal('contacts'), contacts: z.array(Card).min(1).max(10) }),
  z.object({ type: z.literal('interactive'), interactive: InteractiveContent }),
  z.object({ type: z.literal('template'), template }),
] as const;

const replyTo = { replyTo: Id.optional().describe('The message this one quotes.') };

export const MessageContent = z.discriminatedUnion('type', [...sendable]);

/** In a thread one may also react, and quote. */
export const SendReply = z
  .discriminatedUnion('type', [
    sendable[0].extend(replyTo),
    sendable[1].extend(replyTo),
    sendable[2].extend(replyTo),
    sendable[3].extend(replyTo),
    sendable[4].extend(replyTo),
    sendable[5].extend(replyTo),
    sendable[6].extend(replyTo),
    sendable[7].extend(replyTo),
    sendable[8].extend(replyTo),
    sendable[9].extend(replyTo),
    z.object({
      type: z.literal('reaction'),
      reaction: z.object({
        message: Id,
        emoji: z.string().min(1).max(32).nullable().describe('null takes the reaction back.'),
      }),
    }),
  ])
  .meta({ id: 'SendReply' });

/** How a message reads beyond its one line. Only the part its type names is there. */
export const MessageParts = z.object({
  text: z.object({ body: z.string() }).optional(),
  media: Media.optional(),
  location: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().optional(),
      address: z.string().optional(),
    })
    .optional(),
  cards: z.array(SharedCard).optional().describe('For contacts.'),
  interactive: z
    .object({
      kind: z.enum(['buttons', 'list', 'link', 'location_request', 'number_request', 'flow', 'product', 'other']),
      header: z.string().optional(),
      body: z.string(),
      footer: z.string().optional(),
      options: z
        .array(z.object({ label: z.string(), description: z.string().optional(), url: z.string().optional() }))
        .describe('Buttons, rows of the list, or the link.'),
    })
    .optional()
    .describe('For what was sent with choices.'),
  choice: z
    .object({ label: z.string(), description: z.string().optional() })
    .optional()
    .describe('For an answer chosen from buttons or a list.'),
  form: z
    .object({ name: z.string().optional(), fields: z.array(z.object({ label: z.string(), value: z.string() })) })
    .optional()
    .describe('For a form (flow) filled in.'),
  order: z
    .object({
      text: z.string().optional(),
      items: z.array(
        z.object({
          product: z.string(),
          quantity: z.number(),
          price: z.number().optional(),
          currency: z.string().optional(),
        }),
      ),
      total: z.object({ amount: z.number(), currency: z.string() }).optional(),
    })
    .optional(),
  template: z
    .object({ name: z.string(), language: z.string(), text: TemplateText.nullable().describe('null: not known here.') })
    .optional(),
  referral: z
    .object({
      headline: z.string().optional(),
      body: z.string().optional(),
      url: z.string().optional(),
      source: z.enum(['ad', 'post', 'other']),
    })
    .optional()
    .describe('The advertisement or post the person came from.'),
  product: z.string().optional().describe('The product of the catalog it is about, as the business numbers it.'),
  forwarded: z.enum(['once', 'often']).optional().describe('often: more than five times.'),
  reactions: z
    .array(z.object({ emoji: z.string(), by: z.enum(['customer', 'business']), at }))
    .optional()
    .describe('What stands now; one taken back is not here.'),
  edited: z.object({ at, before: z.string().describe('The text or caption as it was first sent.') }).optional(),
  deletedAt: at.optional().describe('The sender deleted it. What it said is no longer given.'),
});

export const ResendMessage = z.object({}).meta({ id: 'ResendMessage' });

export type SendReply = z.infer<typeof SendReply>;
export type MessageContent = z.infer<typeof MessageContent>;
export type InteractiveContent = z.infer<typeof InteractiveContent>;
export type MessageParts = z.infer<typeof MessageParts>;
