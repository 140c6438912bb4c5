// Webhooks: where what happens is delivered to, and what became of each delivery.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';
import { EventTypeName } from './events.ts';

export const SubscriptionState = z
  .enum(['active', 'paused', 'disabled'])
  .describe('paused: by somebody; what happens waits. disabled: by itself, since nothing was taken for days.');

/** Why a delivery was not taken, as the desk words it. */
export const DeliveryFailure = z.enum([
  'status',
  'redirect',
  'gone',
  'timeout',
  'unreachable',
  'name_unknown',
  'address_refused',
  'certificate',
  'broken_off',
]);

const types = z
  .array(EventTypeName)
  .min(1)
  .max(100)
  .nullable()
  .describe('null: everything, also what there will be later. contact.erased is told in any case.');
const name = z.string().trim().min(1).max(80);
const url = z.string().trim().min(1).max(2_000);
const accounts = z
  .boolean()
  .describe('Whether WhatsApp’s own ids of accounts go along. Only whoever may read them can ask for it.');

export const Subscription = z
  .object({
    id: Id,
    portfolioId: z.string(),
    name: z.string(),
    url: z.string(),
    types,
    accounts,
    state: SubscriptionState,
    createdAt: at,
    waiting: z.number().int().describe('Deliveries that wait, up to 10,000.'),
    behind: z.number().int().describe('Events of the log not yet put on its list.'),
    dead: z.number().int().describe('Deliveries that were given up, up to 10,000.'),
    health: z.object({
      failingSince: at.nullable(),
      lastFailure: DeliveryFailure.nullable(),
      lastSuccessAt: at.nullable(),
      disabledAt: at.nullable(),
    }),
    previousSecretUntil: at.nullable().describe('Until when the secret of before still signs along.'),
  })
  .meta({ id: 'Subscription', description: 'A webhook: an address that is told what happens.' });

export const SubscriptionCreated = z
  .object({
    subscription: Subscription,
    secret: z.string().describe('Signs what is delivered. It is in this answer and nowhere else.'),
  })
  .meta({ id: 'SubscriptionCreated' });

export const CreateSubscription = z
  .object({
    name,
    url,
    types: types.default(null),
    accounts: accounts.default(false),
    portfolio: z.string().max(64).optional().describe('May be left out where you see only one.'),
  })
  .meta({ id: 'CreateSubscription' });

export const ChangeSubscription = z
  .object({ name: name.optional(), url: url.optional(), types: types.optional(), accounts: accounts.optional() })
  .meta({ id: 'ChangeSubscription' });

export const Delivery = z
  .object({
    id: z.string(),
    event: z.object({ id: z.string(), type: EventTypeName }),
    contactId: Id.nullable(),
    state: z
      .enum(['waiting', 'delivered', 'dead', 'dropped'])
      .describe('dead: given up after three days. dropped: the event is kept no more.'),
    attempts: z.number().int(),
    createdAt: at,
    triedAt: at.nullable(),
    nextAt: at.nullable().describe('When it is tried again.'),
    failure: DeliveryFailure.nullable(),
    status: z.number().int().nullable().describe('Of the last answer.'),
    tookMs: z.number().int().nullable(),
    replayed: z.boolean(),
  })
  .meta({ id: 'Delivery' });

export const ListDeliveries = z.object({
  state: z.enum(['waiting', 'delivered', 'dead', 'dropped']).optional(),
  type: EventTypeName.optional(),
  contact: z.uuid().optional(),
  limit,
  cursor,
});

export const Replay = z
  .object({
    deliveries: z
      .array(z.string().regex(/^\d{1,18}$/))
      .min(1)
      .max(1_000)
      .optional(),
    events: z.array(z.string().max(60)).min(1).max(1_000).optional(),
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
    dead: z.boolean().optional().describe('With a time: only what was given up.'),
  })
  .refine(
    ({ deliveries, events, from, until }) =>
      [deliveries, events, from ?? until].filter((one) => one !== undefined).length === 1 &&
      (from === undefined) === (until === undefined),
    { message: 'name deliveries, or events, or both from and until' },
  )
  .meta({ id: 'Replay' });
export const Replayed = z
  .object({
    count: z.number().int().describe('How many are sent again.'),
    more: z.boolean().describe('There are more in this time: ask again from where these end.'),
  })
  .meta({ id: 'Replayed' });

export type Subscription = z.infer<typeof Subscription>;
export type SubscriptionState = z.infer<typeof SubscriptionState>;
export type DeliveryFailure = z.infer<typeof DeliveryFailure>;
export type Delivery = z.infer<typeof Delivery>;
