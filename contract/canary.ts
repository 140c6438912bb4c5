// The canary: a made-up customer without a number who goes through every other system that is told something, and what each made of it.

import { z } from 'zod';
import { at, Id } from './base.ts';
import { DeliveryFailure } from './subscriptions.ts';

export const CanaryStep = z
  .enum([
    'created',
    'conversation',
    'message',
    'answer',
    'delivered',
    'username_lost',
    'username_gained',
    'renamed',
    'account_lost',
    'account_gained',
    'account_changed',
    'message_again',
    'erased',
  ])
  .describe(
    'What the customer does, or is said to. A webhook hears of each by an event, the relay by a webhook of Meta’s.',
  );

export const CanarySkip = z
  .enum(['paused', 'disabled', 'left_out', 'not_wanted', 'no_line', 'removed'])
  .describe(
    'not_wanted: an integration that is not told of messages. no_line: there is no business number to come in on. removed: it was taken away meanwhile.',
  );

export const CanaryCause = z
  .enum([
    'unreachable',
    'address',
    'signature',
    'busy',
    'takes_nothing',
    'no_number',
    'stand_in',
    'new_username',
    'new_account',
    'erasure',
    'slow',
  ])
  .describe('Why it probably is, by the step it failed at, the answer, and whether it takes real customers.');

const call = z.object({
  step: CanaryStep,
  state: z.enum(['taken', 'failed', 'waiting', 'not_tried']),
  tries: z.number().int(),
  failure: DeliveryFailure.nullable(),
  status: z.number().int().nullable().describe('Of the last answer.'),
  tookMs: z.number().int().nullable(),
});

export const CanaryConsumer = z
  .object({
    id: Id,
    kind: z
      .enum(['webhook', 'relay', 'reader'])
      .describe('reader: a key by which the feed or the stream was read and the erasure acknowledged.'),
    name: z.string(),
    mode: z.enum(['as-is', 'fill-phone', 'stable-alias']).nullable(),
    verdict: z
      .enum(['waiting', 'well', 'slow', 'refused', 'no_answer', 'skipped', 'read', 'not_read'])
      .describe(
        'refused and no_answer: broken. not_read: it acknowledged earlier ones, and not this one within a day.',
      ),
    skipped: CanarySkip.nullable(),
    step: CanaryStep.nullable().describe('The first that failed, or was slow.'),
    cause: CanaryCause.nullable(),
    answers: z.number().int().describe('Messages it wrote to the customer. They went to nobody.'),
    answeredAt: at.nullable(),
    calls: z.array(call),
  })
  .meta({ id: 'CanaryConsumer', description: 'What another system made of the made-up customer.' });

export const CanaryRun = z
  .object({
    id: Id,
    portfolioId: z.string(),
    number: z.number().int(),
    state: z
      .enum(['running', 'ended', 'interrupted'])
      .describe('interrupted: the service went away too often, or for too long.'),
    begunBy: z.string().nullable().describe('Who asked for it; null: it was time.'),
    beganAt: at,
    endedAt: at.nullable(),
    broken: z.number().int().describe('Systems that refused something or did not answer.'),
    consumers: z.array(CanaryConsumer),
  })
  .meta({ id: 'CanaryRun', description: 'One time that the made-up customer went through.' });

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 04:30')
  .describe('When it goes through each day, on the clocks of `zone`.');
const zone = z.string().max(60).describe('An IANA name, such as Europe/Lisbon.');
const feed = z.boolean().describe('Whether readers of the feed and the stream are told, too.');
const leftOut = z.array(Id).max(200).describe('Webhooks and integrations it does not go through, by their ids.');

export const Canary = z
  .object({
    portfolioId: z.string(),
    enabled: z.boolean(),
    clock,
    zone,
    feed,
    leftOut,
    nextAt: at.nullable(),
    isRunning: z.boolean(),
    last: CanaryRun.nullable().describe('The latest that is over.'),
  })
  .meta({
    id: 'Canary',
    description: 'Whether a made-up customer goes through other systems each day, and how it went.',
  });

const portfolio = z.string().max(64).optional().describe('May be left out where you see only one.');

export const SetCanary = z
  .object({
    enabled: z.boolean().optional(),
    clock: clock.optional(),
    zone: zone.optional(),
    feed: feed.optional(),
    leftOut: leftOut.optional(),
    portfolio,
  })
  .meta({ id: 'SetCanary', description: 'What is left out stays as it is.' });

export const RunCanary = z.object({ portfolio });
export const ListCanaryRuns = z.object({ portfolio });

export type CanaryStep = z.infer<typeof CanaryStep>;
export type CanarySkip = z.infer<typeof CanarySkip>;
export type CanaryCause = z.infer<typeof CanaryCause>;
export type CanaryConsumer = z.infer<typeof CanaryConsumer>;
export type CanaryRun = z.infer<typeof CanaryRun>;
export type Canary = z.infer<typeof Canary>;
export type SetCanary = z.infer<typeof SetCanary>;
