// What the API promises of integrations: other systems that speak Meta's own format.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';
import { DeliveryFailure, SubscriptionState } from './subscriptions.ts';

export const RelayMode = z
  .enum(['as-is', 'fill-phone', 'stable-alias'])
  .describe(
    'What stands in the places of phone numbers. as-is: whatever Meta sent. fill-phone: where Meta left it out, the number that is known to be theirs now. stable-alias: a number made up for each person, which no network can dial.',
  );

const name = z.string().trim().min(1).max(80);
const url = z.string().trim().min(1).max(2_000);
const numbers = z
  .array(z.string().min(1).max(64))
  .min(1)
  .max(1_000)
  .nullable()
  .describe('Ids of business numbers; null: all, also those connected later.');
const fields = z
  .array(z.string().regex(/^[a-z_]{1,64}$/))
  .min(1)
  .max(50)
  .nullable()
  .describe('Kinds of webhooks, as Meta names them: messages, calls, user_preferences. null: all.');

export const Integration = z
  .object({
    id: Id,
    portfolioId: z.string(),
    name: z.string(),
    url: z.string(),
    mode: RelayMode,
    numbers,
    fields,
    state: SubscriptionState,
    createdAt: at,
    tokenBegins: z.string().describe('The first letters of its access token.'),
    lastCallAt: at.nullable().describe('When it last called here, to the minute.'),
    verifiedAt: at.nullable().describe('When its address last answered with its verify token.'),
    waiting: z.number().int().describe('Webhooks that wait for it, up to 10,000.'),
    behind: z.number().int().describe('Webhooks not yet looked at for it.'),
    dead: z.number().int().describe('Webhooks that were given up, up to 10,000.'),
    health: z.object({
      failingSince: at.nullable(),
      lastFailure: DeliveryFailure.nullable(),
      lastSuccessAt: at.nullable(),
      disabledAt: at.nullable(),
    }),
    previousSecretUntil: at
      .nullable()
      .describe('Until when a webhook is signed with the secret of before, where the new one is refused.'),
  })
  .meta({ id: 'Integration', description: "Another system that speaks Meta's own format." });

export const IntegrationCreated = z
  .object({
    integration: Integration,
    token: z
      .string()
      .describe('With which it calls here, in the place of Meta’s access token. In this answer and nowhere else.'),
    secret: z
      .string()
      .describe('Signs its webhooks, in the place of Meta’s app secret. In this answer and nowhere else.'),
  })
  .meta({ id: 'IntegrationCreated' });

export const IntegrationSecret = z
  .object({ integration: Integration, secret: z.string() })
  .meta({ id: 'IntegrationSecret' });
export const IntegrationToken = z
  .object({ integration: Integration, token: z.string() })
  .meta({ id: 'IntegrationToken' });

export const CreateIntegration = z
  .object({
    name,
    url,
    mode: RelayMode,
    numbers: numbers.default(null),
    fields: fields.default(null),
    portfolio: z.string().max(64).optional().describe('May be left out where you see only one.'),
  })
  .meta({ id: 'CreateIntegration' });

export const ChangeIntegration = z
  .object({
    name: name.optional(),
    url: url.optional(),
    mode: RelayMode.optional(),
    numbers: numbers.optional(),
    fields: fields.optional(),
  })
  .meta({ id: 'ChangeIntegration' });

export const VerifyIntegration = z
  .object({ verifyToken: z.string().min(1).max(500).describe('What the other system expects. It is not kept here.') })
  .meta({ id: 'VerifyIntegration' });
export const Verified = z
  .object({
    verified: z.boolean(),
    failure: z.union([DeliveryFailure, z.literal('other_answer')]).nullable(),
    status: z.number().int().nullable(),
  })
  .meta({ id: 'Verified' });

export const Rewritten = z
  .object({
    path: z.string().describe('Where in the webhook: messages[0].from.'),
    before: z.enum(['nothing', 'number', 'id']),
    after: z.enum(['nothing', 'number', 'alias', 'id']),
    why: z.enum(['alias', 'live_number', 'no_live_number', 'own_id', 'own_callback_data']),
    phone: z.string().nullable().describe('What stands in such a place now, for who may see it.'),
  })
  .meta({ id: 'Rewritten' });

export const RelayDelivery = z
  .object({
    id: z.string(),
    field: z.string().describe('The kind of webhook, as Meta names it.'),
    contact: z.object({ id: Id, displayName: z.string() }).nullable(),
    state: z
      .enum(['waiting', 'delivered', 'dead', 'dropped'])
      .describe('dead: given up after three days. dropped: the webhook is kept no more.'),
    attempts: z.number().int(),
    createdAt: at,
    triedAt: at.nullable(),
    nextAt: at.nullable(),
    failure: DeliveryFailure.nullable(),
    status: z.number().int().nullable(),
    tookMs: z.number().int().nullable(),
    rewritten: z.array(Rewritten).nullable().describe('null: it was not tried yet.'),
  })
  .meta({ id: 'RelayDelivery' });

export const ListRelayDeliveries = z.object({
  state: z.enum(['waiting', 'delivered', 'dead', 'dropped']).optional(),
  limit,
  cursor,
});

export const ReplayRelayed = z
  .object({
    deliveries: z
      .array(z.string().regex(/^\d{1,18}$/))
      .min(1)
      .max(1_000)
      .optional()
      .describe('These; where left out, all that were given up.'),
  })
  .meta({ id: 'ReplayRelayed' });

export type RelayMode = z.infer<typeof RelayMode>;
export type Integration = z.infer<typeof Integration>;
export type Verified = z.infer<typeof Verified>;
export type RelayDelivery = z.infer<typeof RelayDelivery>;
export type Rewritten = z.infer<typeof Rewritten>;
