// What an address is told, and how it is signed: events as CloudEvents by Standard Webhooks, or webhooks in Meta's own format by Meta's signature.
// Lanes, tries, leases and what became of it are the same for both.

import { sign } from '@throughline/whatsapp';
import type { Database, Transaction } from '../db/connect.ts';
import { toCloudEvent } from '../events/rules-envelope.ts';
import type { EventRow } from '../events/shapes.ts';
import { eventsAt } from '../events/store.ts';
import { integrationById } from '../relay/store.ts';
import type { DueDelivery } from '../subscriptions/deliveries.ts';
import { signatureHeaders } from '../subscriptions/rules-signing.ts';
import type { SubscriptionRow } from '../subscriptions/store.ts';
import { composeWebhooks } from './compose-webhooks.ts';
import { fanOutEvents } from './fan-out-events.ts';
import { fanOutWebhooks } from './fan-out-webhooks.ts';
import type { Tools } from './tools.ts';

export interface Parcel {
  /** Of what is delivered: the same at every try. */
  eventId: string;
  body: string | Buffer;
  /** Where it tells of an erasure. */
  erased: EventRow | undefined;
  rewrites?: readonly unknown[];
}

interface Signing {
  at: Date;
  /** The one of now first. */
  secrets: readonly string[];
}

export interface Freight {
  /** Answers how much of the log was looked at. */
  fanOut(tx: Transaction, subscription: SubscriptionRow, tools: Tools): Promise<number>;
  /** By delivery; what is missing is kept no more. */
  load(
    db: Database,
    subscription: SubscriptionRow,
    due: readonly DueDelivery[],
    tools: Tools,
  ): Promise<Map<number, Parcel>>;
  /** Each a way to sign it, to be tried one after the other where one is refused. */
  headers(parcel: Parcel, signing: Signing): Record<string, string>[];
}

export function freightOf({ purpose }: Pick<SubscriptionRow, 'purpose'>): Freight {
  return purpose === 'events' ? events : webhooks;
}

const events: Freight = {
  fanOut: fanOutEvents,
  load: async (db, { portfolioId, accounts }, due) => {
    const rows = await eventsAt(db, portfolioId, [...new Set(due.map(({ position }) => position))]);
    return new Map(
      due.flatMap(({ id, position, eventId }) => {
        const event = rows.get(position);
        if (!event) return [];
        const body = JSON.stringify(toCloudEvent(event, { accounts }));
        return [[id, { eventId, body, erased: event.type === 'contact.erased' ? event : undefined }] as const];
      }),
    );
  },
  headers: ({ eventId, body }, { at, secrets }) => [signatureHeaders({ id: eventId, at, body: String(body), secrets })],
};

const webhooks: Freight = {
  fanOut: fanOutWebhooks,
  load: async (db, subscription, due, tools) => {
    const integration = await integrationById(db, subscription);
    if (!integration) return new Map();
    const eventIds = new Map(due.map(({ id, eventId }) => [id, eventId]));
    const composed = await composeWebhooks(db, integration, due, tools);
    return new Map(
      [...composed].map(([id, { body, rewrites }]) => {
        return [id, { eventId: eventIds.get(id) ?? '', body, erased: undefined, rewrites }];
      }),
    );
  },
  headers: ({ body }, { secrets }) =>
    secrets.map((secret) => ({ 'x-hub-signature-256': sign(Buffer.from(body), secret) })),
};
