// Webhooks that came since are put on the list of an integration, item by item, each in the lane of its contact. In one transaction with how far
// the list has come: nothing twice, nothing left out.

import type { PortfolioId } from '@throughline/identity';
import type { WebhookItem } from '@throughline/whatsapp';
import { messagesNamed } from '../conversations/finding.ts';
import type { Reader, Transaction } from '../db/connect.ts';
import { sizesOf, webhooksById } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { type Logged, loggedAfter } from '../relay/log.ts';
import { itemsOf, laneOf, wants } from '../relay/rules-parts.ts';
import { sentBy } from '../relay/sends.ts';
import type { Integration } from '../relay/shapes.ts';
import { integrationById } from '../relay/store.ts';
import { type NewDelivery, owe } from '../subscriptions/deliveries.ts';
import type { SubscriptionRow } from '../subscriptions/store.ts';
import type { Tools } from './tools.ts';
import { peopleBehind, whoseItems } from './whose-items.ts';

/** The caller holds the subscription. Answers how many webhooks were looked at. */
export async function fanOutWebhooks(tx: Transaction, subscription: SubscriptionRow, tools: Tools): Promise<number> {
  const { portfolioId, position } = subscription;
  const integration = await integrationById(tx, subscription);
  if (!integration) return 0;
  const logged = await aBatch(tx, portfolioId, position);
  const last = logged.at(-1);
  if (!last) return 0;
  const [told, refused] = await Promise.all([
    webhooksToTell(tx, integration, logged, tools),
    refusalsToTell(tx, integration, logged),
  ]);
  const deliveries = [...told, ...refused].sort((a, b) => a.position - b.position);
  await owe(tx, subscription, { deliveries, position: last.position });
  return logged.length;
}

/** The next ones, as far as they hold no more than a transaction should take; always one at least. */
async function aBatch(tx: Transaction, portfolioId: PortfolioId, position: number): Promise<Logged[]> {
  const logged = await loggedAfter(tx, portfolioId, { after: position, limit: limits.relayedAtOnce });
  const sizes = await sizesOf(tx, portfolioId, inboxIds(logged));
  let bytes = 0;
  const taken = logged.findIndex(({ inboxId }, place) => {
    bytes += inboxId === null ? 0 : (sizes.get(inboxId) ?? 0);
    return place > 0 && bytes > limits.laneBatchBytes;
  });
  return taken < 0 ? logged : logged.slice(0, taken);
}

async function webhooksToTell(
  tx: Transaction,
  integration: Integration,
  logged: readonly Logged[],
  tools: Tools,
): Promise<NewDelivery[]> {
  const { portfolioId } = integration;
  const bodies = await webhooksById(tx, portfolioId, inboxIds(logged));
  const parts = logged.flatMap(({ position, inboxId }) => {
    const body = inboxId === null ? undefined : bodies.get(inboxId);
    const items = body ? itemsOf(body) : [];
    return items.filter((item) => wants(integration, item)).map((item) => ({ position, item }));
  });
  const whose = await whoseItems(
    tx,
    portfolioId,
    parts.map(({ item }) => item),
  );
  return parts.map(({ position, item }, place) => ({
    position,
    eventId: partIdOf(item, tools),
    type: item.origin.field,
    lane: laneOf(whose[place]?.contactId),
  }));
}

/** Its own messages only: nobody else was told that they had been taken. */
async function refusalsToTell(
  tx: Transaction,
  integration: Integration,
  logged: readonly Logged[],
): Promise<NewDelivery[]> {
  const { portfolioId } = integration;
  const ids = logged.flatMap(({ messageId }) => messageId ?? []);
  const own = await sentBy(tx, integration, ids);
  if (own.size === 0) return [];
  const lanes = await lanesOfMessages(tx, portfolioId, [...own.keys()]);
  return logged.flatMap(({ position, messageId }) =>
    messageId !== null && own.has(messageId)
      ? [{ position, eventId: messageId, type: 'messages', lane: lanes.get(messageId) ?? laneOf(undefined) }]
      : [],
  );
}

async function lanesOfMessages(db: Reader, portfolioId: PortfolioId, ids: readonly string[]) {
  const messages = await messagesNamed(db, portfolioId, { wamids: [], ids });
  const people = await peopleBehind(
    db,
    portfolioId,
    messages.map(({ holderId }) => holderId),
  );
  return new Map(messages.map(({ id, holderId }) => [id, laneOf(people.get(holderId)?.contactId)]));
}

/** An item among those of its webhook: what it says, hashed, so that it is found also where others were taken out meanwhile. */
export function partIdOf(item: WebhookItem, { keyed }: Tools): string {
  return keyed(JSON.stringify(item.origin.envelope()));
}

export function inboxIds(logged: Iterable<Logged>): number[] {
  return [...new Set([...logged].flatMap(({ inboxId }) => inboxId ?? []))];
}
