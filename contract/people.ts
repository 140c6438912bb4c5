// What is owed to people: their number is asked for rarely, their word on messages is kept, their entry at Meta can go.

import { z } from 'zod';
import { at, Id } from './base.ts';

export const NumberRequest = z
  .object({
    id: Id,
    contactId: Id,
    conversationId: Id,
    messageId: Id,
    state: z
      .enum(['pending', 'shared', 'no_answer', 'failed', 'withdrawn'])
      .describe(
        'pending: asked. shared: the person shared a number. no_answer: nothing came in time, which WhatsApp does not tell from a refusal. failed: the question was not delivered. withdrawn: the number became known in another way.',
      ),
    via: z.enum(['message', 'template']),
    askedBy: z.string(),
    askedAt: at,
    expiresAt: at,
    answeredAt: at.nullable(),
    phone: z.string().nullable().describe('What was shared.'),
  })
  .meta({ id: 'NumberRequest' });

/** Whether this person's number may be asked for in this thread, and what became of the last time. */
export const NumberAsking = z
  .object({
    may: z.boolean(),
    why: z
      .enum(['number_known', 'pending', 'asked_recently', 'no_template', 'address_lost', 'blocked'])
      .nullable()
      .describe('Why not.'),
    text: z.string().describe('The same in a sentence.'),
    again: at.nullable().describe('When it may be asked again.'),
    via: z.enum(['message', 'template']).describe('message: in the open window. template: outside it.'),
    last: NumberRequest.nullable(),
  })
  .meta({ id: 'NumberAsking' });

export const AskNumber = z
  .object({
    text: z
      .string()
      .trim()
      .min(1)
      .max(1024)
      .optional()
      .describe('In the open window; a polite question stands in for it.'),
    template: z
      .object({
        name: z.string(),
        language: z.object({ code: z.string() }),
        values: z.record(z.string(), z.string()).optional(),
      })
      .optional()
      .describe('Outside the window: a template with the share button. The only one is taken where there is one.'),
  })
  .meta({ id: 'AskNumber' });

export const SetPreference = z
  .object({
    category: z
      .enum(['marketing', 'all'])
      .default('marketing')
      .describe('marketing: no campaigns and no marketing templates. all: nothing we begin; answers only.'),
    value: z.enum(['stop', 'resume']),
    reason: z.string().trim().min(3).max(500),
  })
  .meta({ id: 'SetPreference' });

export const Preference = z
  .object({
    category: z.enum(['marketing', 'all']),
    value: z.enum(['stop', 'resume']),
    at,
    by: z.string().describe('"the person, on WhatsApp", or who noted it here.'),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Preference' });

export const BlockContact = z
  .object({
    businessNumber: z.string().optional().describe('On one of ours only; on all of the portfolio where left out.'),
    reason: z.string().trim().min(3).max(500),
  })
  .meta({ id: 'BlockContact' });

export const Block = z
  .object({
    businessNumber: z.object({ id: z.string(), display: z.string(), name: z.string() }),
    state: z.enum(['blocking', 'blocked', 'unblocking', 'failed']),
    by: z.string(),
    at,
    reason: z.string(),
    problem: z.string().nullable().describe('Where Meta refused: what it said, and what may be done.'),
  })
  .meta({ id: 'Block' });

export const ContactBook = z
  .object({
    portfolioId: z.string(),
    name: z.string(),
    setting: z.enum(['on', 'off', 'unknown']).describe("What people said; Meta's API does not tell."),
    countedAt: at.describe('When this was counted; at most an hour ago, where the service runs.'),
    coverage: z.object({
      people: z.number().int(),
      pair: z.number().int().describe('Phone and WhatsApp account both known.'),
      phoneOnly: z.number().int(),
      accountOnly: z.number().int().describe('WhatsApp account without any number.'),
      hiddenNow: z.number().int().describe('Hide their number now.'),
    }),
    visibilityEnds: z
      .array(z.object({ businessNumber: z.string(), withinDays: z.number().int(), people: z.number().int() }))
      .describe(
        'People with a username whose number a business number of ours has had no traffic with for nearly 30 days: without the Contact Book it disappears from webhooks then.',
      ),
    signs: z
      .object({ shown: z.number().int(), hidden: z.number().int() })
      .describe(
        'People with a username who wrote within 30 days, up to 2,000: whose number came although there had been no traffic with it for 30 days, and whose number did not come although it was known. Tells whether the book is on.',
      ),
    advice: z.array(z.object({ code: z.string(), title: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ContactBook' });

export const SetContactBook = z.object({ setting: z.enum(['on', 'off', 'unknown']) }).meta({ id: 'SetContactBook' });

/** A call to Meta that is made for certain, some time soon: deleting an entry, blocking. */
export const Errand = z
  .object({
    id: Id,
    kind: z.enum(['delete_from_contact_book', 'block', 'unblock', 'mark_read', 'typing']),
    state: z.enum(['waiting', 'done', 'failed']),
    at,
    doneAt: at.nullable(),
    result: z.string().nullable().describe('What Meta answered, in a sentence.'),
  })
  .meta({ id: 'Errand' });

export type NumberRequest = z.infer<typeof NumberRequest>;
export type NumberAsking = z.infer<typeof NumberAsking>;
export type AskNumber = z.infer<typeof AskNumber>;
export type Preference = z.infer<typeof Preference>;
export type Block = z.infer<typeof Block>;
export type ContactBook = z.infer<typeof ContactBook>;
export type Errand = z.infer<typeof Errand>;
