// What those who run it look at: what was set aside, receipts nobody can place, and how sending goes.

import { z } from 'zod';
import { at, Id } from './base.ts';
import { BusinessNumber, Failure } from './conversations.ts';

export const Parked = z
  .object({
    id: Id,
    reason: z.enum([
      'portfolio_unknown',
      'number_unknown',
      'not_readable',
      'no_identifier',
      'group_message',
      'time_impossible',
      'failed',
    ]),
    detail: z.string().describe('One sentence: what is wrong and what would mend it.'),
    field: z.string().nullable(),
    receivedAt: at,
    parkedAt: at,
    state: z.enum(['parked', 'replayed']),
  })
  .meta({ id: 'Parked' });

export const Orphan = z
  .object({
    id: z.string().describe('An id of ours. Says nothing about the message.'),
    businessNumber: BusinessNumber.nullable().describe(
      'The number of ours it came to; null where it named none we know.',
    ),
    status: z.enum(['sent', 'delivered', 'read', 'played', 'failed']),
    at: at.describe('When it happened, as Meta tells it.'),
    receivedAt: at,
    reason: z.enum(['message_unknown']),
    detail: z.string().describe('One sentence: why nobody can say which message it belongs to.'),
    failure: Failure.optional(),
  })
  .meta({
    id: 'Orphan',
    description:
      'A receipt for a message that was not sent from here. It made no contact; it is applied if the message is recorded later.',
  });

const load = z.object({ waiting: z.number().int(), oldestS: z.number() });

export const Sending = z
  .object({
    businessNumber: BusinessNumber,
    rate: z.object({
      allowed: z.number().describe('Messages a second Meta takes now, as far as known.'),
      used: z.number().describe('Over the last minute.'),
      level: z.enum(['standard', 'high', 'unknown']),
    }),
    messagingLimit: z
      .object({ tier: z.string(), people: z.number().int().nullable(), used: z.number().int() })
      .describe('How many people the portfolio may write to first within 24 hours; null where unlimited or unknown.'),
    queue: z.object({ answers: load, begun: load, campaigns: load }),
    unknown: z.number().int().describe('Messages whose fate is not known: people may decide to send them again.'),
    blocked: z.array(z.object({ reason: z.string(), messages: z.number().int(), text: z.string() })),
  })
  .meta({ id: 'Sending', description: 'What a business number of ours has to send, and what holds it back.' });

export type Parked = z.infer<typeof Parked>;
export type Orphan = z.infer<typeof Orphan>;
export type Sending = z.infer<typeof Sending>;
