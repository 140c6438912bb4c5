// People as the API answers with them: by a number or a username, never by an id of Meta's.

import { z } from 'zod';
import { at, Id } from './base.ts';
import { FieldValue, Tag } from './labels.ts';
import { Block, Preference } from './people.ts';

const masked = z
  .literal(true)
  .optional()
  .describe('`value` is the number as people write it with its middle masked: the role of whoever asks sees no more.');

export const Identifier = z
  .object({
    kind: z.enum(['phone', 'username', 'name', 'none']),
    value: z.string().describe('A phone as +E.164, a username without @, a profile name, or "WhatsApp user 7f3a".'),
    masked,
  })
  .meta({
    id: 'Identifier',
    description:
      'What the person shares now: the phone where the latest message carried it, else the username, else the name.',
  });

export const ContactSummary = z
  .object({
    id: Id,
    displayName: z.string(),
    identifier: Identifier,
    numberHidden: z.boolean().describe('The person has hidden the number; messages reach them as always.'),
  })
  .meta({ id: 'ContactSummary' });

export const KeptPhone = z
  .object({
    value: z.string(),
    role: z
      .enum(['current', 'hidden', 'changed', 'released'])
      .describe(
        'current: visible now. hidden: kept from before the person hid it. changed: the person moved to another number. released: another account has it now.',
      ),
    from: at,
    until: at.nullable(),
    masked,
  })
  .meta({ id: 'KeptPhone' });

/** One of the accounts a contact is made of, or the history of a number whose account is not known. */
export const Account = z
  .object({
    id: Id,
    kind: z
      .enum(['account', 'number'])
      .describe('number: the history of a number whose WhatsApp account is not known.'),
    identifier: Identifier,
    displayName: z.string(),
    phones: z.array(KeptPhone),
    firstSeenAt: at,
    lastSeenAt: at,
    threads: z.number().int().describe('Conversations it has.'),
  })
  .meta({ id: 'Account' });

export const Contact = ContactSummary.extend({
  phone: z.string().optional().describe('The number in use, where known and not given up.'),
  username: z.string().optional(),
  profileName: z.string().optional(),
  numberHiddenSince: at.optional(),
  phones: z.array(KeptPhone).describe('Every number known, newest first, by role.'),
  mergedFrom: z.array(Id),
  firstSeenAt: at,
  lastSeenAt: at,
  marketing: z.enum(['stopped', 'resumed', 'unset']),
  preferences: z.array(Preference).describe('What stands of their word, and of what was noted for them.'),
  blocks: z.array(Block),
  accounts: z.array(Account).describe('What it is made of; more than one where people put them together.'),
  related: z
    .array(z.object({ contact: ContactSummary, portfolio: z.string() }))
    .describe('The same WhatsApp account in other portfolios of the group, where the policy shows them.'),
  questions: z.number().int().describe('Open questions about who this is.'),
  tags: z.array(Tag),
  values: z.array(FieldValue).describe('What is noted in fields of your own.'),
}).meta({ id: 'Contact' });

export type Identifier = z.infer<typeof Identifier>;
export type ContactSummary = z.infer<typeof ContactSummary>;
export type Account = z.infer<typeof Account>;
export type Contact = z.infer<typeof Contact>;
