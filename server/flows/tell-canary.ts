// One step of the made-up customer, as one system is told it: an event of the log, or a webhook in Meta's format with what stands in the place of
// their number. It is told as a real customer would be, but beside the lists of what is owed: no customer waits for it, and nothing is turned off.

import type { CanarySkip, CanaryStep } from '@throughline/contract';
import type { Alias, ContactId, PortfolioId } from '@throughline/identity';
import { rewritePeople, wireText } from '@throughline/whatsapp';
import { type Database, inTransaction } from '../db/connect.ts';
import { eventIdOf, toCloudEvent } from '../events/rules-envelope.ts';
import { syntheticOf } from '../events/synthetic.ts';
import { numbersOf } from '../numbers/store.ts';
import { lineFor } from '../readiness/canary/rules-consumers.ts';
import { canaryHeader } from '../readiness/canary/rules-person.ts';
import { eventSteps, webhookOfStory } from '../readiness/canary/rules-story.ts';
import type { CanaryRunRow, ConsumerRow } from '../readiness/canary/shapes.ts';
import { consumersOf } from '../readiness/canary/store.ts';
import { aliasesBoundTo, makeAliases } from '../relay/aliases.ts';
import { relayIdOf } from '../relay/rules-ids.ts';
import { numberWord } from '../relay/rules-parts.ts';
import { integrationById } from '../relay/store.ts';
import { openSecret } from '../subscriptions/secrets.ts';
import { type SubscriptionRow, subscriptionById } from '../subscriptions/store.ts';
import { freightOf } from './freight.ts';

export interface CanaryTelling {
  run: CanaryRunRow;
  consumer: ConsumerRow;
  /** Undefined: it has heard of all. */
  step: CanaryStep | undefined;
  /** Milliseconds since the epoch. */
  at: number;
}

export type CanaryWord =
  | {
      kind: 'tell';
      url: string;
      body: string | Buffer;
      /** Each a way to sign it, to be tried one after the other where one is refused. */
      headers: Record<string, string>[];
    }
  | { kind: 'over'; takesOthers: boolean }
  /** It is paused by now, or gone. */
  | { kind: 'skip'; skipped: CanarySkip };

/** What the system is now, and which secret it has, is read anew for each step. */
export async function wordOfCanary(db: Database, telling: CanaryTelling): Promise<CanaryWord> {
  const { consumer, step, at } = telling;
  const purpose = consumer.kind === 'webhook' ? ('events' as const) : ('relay' as const);
  const subscription = await subscriptionById(db, [consumer.portfolioId], consumer.id, { purpose });
  if (!subscription) return { kind: 'skip', skipped: 'removed' };
  const { state, url, secret, previousSecret, previousUntil, failures, lastSuccessAt } = subscription;
  if (state !== 'active') return { kind: 'skip', skipped: state };
  if (step === undefined) return { kind: 'over', takesOthers: failures === 0 && lastSuccessAt !== null };
  const told = { ...telling, step };
  const parcel =
    purpose === 'events' ? await eventParcel(db, subscription, told) : await webhookParcel(db, subscription, told);
  if (!parcel) return { kind: 'skip', skipped: 'removed' };
  const now = new Date(at);
  const overlaps = previousSecret !== null && previousUntil !== null && previousUntil > now;
  const secrets = [secret, ...(overlaps ? [previousSecret] : [])].map((kept) => openSecret(db, subscription, kept));
  const headers = freightOf(subscription)
    .headers(parcel, { at: now, secrets })
    .map((own) => ({ ...own, ...canaryHeader }));
  return { kind: 'tell', url, body: parcel.body, headers };
}

type Told = CanaryTelling & { step: CanaryStep };

async function eventParcel(db: Database, { portfolioId, accounts }: SubscriptionRow, { run, step }: Told) {
  const rows = await syntheticOf(db, portfolioId, run.contactId);
  const row = rows[eventSteps.findIndex((one) => one.step === step)];
  if (!row) return undefined;
  return { eventId: eventIdOf(row), body: JSON.stringify(toCloudEvent(row, { accounts })), erased: undefined };
}

async function webhookParcel(db: Database, subscription: SubscriptionRow, { run, consumer, step, at }: Told) {
  const { portfolioId } = subscription;
  const integration = await integrationById(db, subscription);
  const numbers = await numbersOf(db, portfolioId);
  const id =
    integration &&
    lineFor(
      integration,
      numbers.map(({ phoneNumberId }) => phoneNumberId),
    );
  const line = numbers.find(({ phoneNumberId }) => phoneNumberId === id);
  if (!integration || !line) return undefined;
  const { wabaId, phoneNumberId, displayPhone } = line;
  const answer = await answerOf(db, consumer);
  const told = webhookOfStory({
    ...{ number: run.number, step, at, answer },
    line: { wabaId, phoneNumberId, displayPhone: displayPhone.replace(/^\+/, '') },
  });
  const alias = integration.mode === 'stable-alias' ? await standInFor(db, portfolioId, run.contactId) : undefined;
  const { envelope } = rewritePeople(told, {
    number: numberWord(integration, { phone: null, alias }),
    message: () => undefined,
  });
  return { eventId: `${run.id} ${step}`, body: Buffer.from(wireText(envelope)), erased: undefined };
}

/** What the integration calls the latest message it wrote to them. */
async function answerOf(db: Database, { portfolioId, runId, id }: ConsumerRow): Promise<string | undefined> {
  const now = (await consumersOf(db, [{ portfolioId, id: runId }])).find((one) => one.id === id);
  return now?.lastAnswer ? relayIdOf(now.lastAnswer) : undefined;
}

/** Made when they set out; here where the integration was given another mode since. */
async function standInFor(db: Database, portfolioId: PortfolioId, contactId: string): Promise<Alias | undefined> {
  const contacts = [contactId as ContactId];
  const [bound] = await aliasesBoundTo(db, portfolioId, contacts);
  if (bound) return bound.alias;
  await inTransaction(db, (tx) => makeAliases(tx, portfolioId, contacts));
  return (await aliasesBoundTo(db, portfolioId, contacts))[0]?.alias;
}
