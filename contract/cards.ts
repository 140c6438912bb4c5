// A person's card, as it is shared in a chat: read from a vCard or from WhatsApp's own form, and sent.

import { z } from 'zod';
import { at, Id } from './base.ts';

const short = z.string().trim().max(200);
const type = z.string().trim().max(40).optional().describe('As home, work, mobile.');

export const Card = z
  .object({
    name: z.object({
      formatted: z.string().trim().min(1).max(200),
      first: short.optional(),
      last: short.optional(),
      middle: short.optional(),
      prefix: short.optional(),
      suffix: short.optional(),
    }),
    phones: z
      .array(
        z.object({
          text: z.string().trim().min(1).max(60).describe('As printed on the card.'),
          phone: z.string().optional().describe('The same as +E.164, where it can be read as a number.'),
          type,
        }),
      )
      .max(20),
    emails: z.array(z.object({ email: z.string().trim().max(320), type })).max(20),
    addresses: z
      .array(
        z.object({
          street: short.optional(),
          city: short.optional(),
          state: short.optional(),
          zip: short.optional(),
          country: short.optional(),
          countryCode: z.string().trim().max(3).optional(),
          type,
        }),
      )
      .max(10),
    organization: z
      .object({ company: short.optional(), department: short.optional(), title: short.optional() })
      .optional(),
    urls: z.array(z.object({ url: z.string().trim().max(2000), type })).max(10),
    birthday: z.string().trim().max(20).optional().describe('YYYY-MM-DD, or as the card has it.'),
    note: z.string().trim().max(2000).optional(),
  })
  .meta({
    id: 'Card',
    description: 'A contact card. Everything on it is said by whoever made it; nothing is attested.',
  });

export const SharedCard = Card.extend({
  attested: z
    .boolean()
    .describe(
      "true: WhatsApp vouches that this is the sender's own number. false: content only, and may be anybody's.",
    ),
}).meta({ id: 'SharedCard' });

export const ReadCards = z
  .object({ vcard: z.string().min(1).max(1_000_000).describe('vCard 3 or 4, one or several, as text.') })
  .meta({ id: 'ReadCards' });

export const CardsRead = z
  .object({
    cards: z.array(Card),
    problems: z.array(z.string()).describe('What could not be read, a sentence each.'),
  })
  .meta({ id: 'CardsRead' });

export const SaveCard = z
  .object({ contact: Id.optional().describe('Whose card it is; the person of the thread where left out.') })
  .meta({ id: 'SaveCard' });

export const SavedCard = z
  .object({ id: Id, card: Card, at, by: z.string().describe('Who kept it.'), messageId: Id })
  .meta({
    id: 'SavedCard',
    description: 'A card somebody kept with a contact. Its numbers are claims; nothing on it is attested.',
  });

export type SavedCard = z.infer<typeof SavedCard>;
export type Card = z.infer<typeof Card>;
export type SharedCard = z.infer<typeof SharedCard>;
export type CardsRead = z.infer<typeof CardsRead>;
