// Integrations, set up and changed: what an integration is, where it is told at, whether its portfolio's webhooks are noted for anybody, what is
// written down of it, and what the desk shows are one commit.

import type { RelayMode } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Actor } from '../access/actor.ts';
import { record } from '../changes/store.ts';
import type { Reader, Transaction } from '../db/connect.ts';
import { lockLane, setRelayed } from '../inbox/store.ts';
import { numbersOf } from '../numbers/store.ts';
import { endOfLog } from '../relay/log.ts';
import type { Integration } from '../relay/shapes.ts';
import {
  addIntegration,
  hasIntegrations,
  integrationById,
  newToken,
  noteVerified,
  removeIntegration,
  replaceToken,
  saveIntegration,
} from '../relay/store.ts';
import { newSecret } from '../subscriptions/secrets.ts';
import {
  addSubscription,
  removeSubscription,
  rotateSecret,
  type SubscriptionRow,
  saveSubscription,
  subscriptionById,
} from '../subscriptions/store.ts';
import { noteAct } from './note-act.ts';

export interface NewIntegration {
  portfolioId: PortfolioId;
  id: string;
  name: string;
  url: string;
  mode: RelayMode;
  numbers: string[] | null;
  fields: string[] | null;
}

interface Making {
  actor: Actor;
  at: Date;
}

/** Whether all of these are the portfolio's. */
export async function haveNumbers(db: Reader, portfolioId: PortfolioId, named: readonly string[]): Promise<boolean> {
  const known = new Set((await numbersOf(db, portfolioId)).map(({ phoneNumberId }) => phoneNumberId));
  return named.every((id) => known.has(id));
}

/** It is told what comes from now on. Answers its access token and its secret, which stand nowhere else. */
export async function makeIntegration(
  tx: Transaction,
  one: NewIntegration,
  { actor, at }: Making,
): Promise<{ token: string; secret: string }> {
  const { portfolioId, id, name, url, mode } = one;
  const [token, secret] = [newToken(), newSecret()];
  // Webhooks that are being taken in are noted for it or come before it.
  await lockLane(tx, portfolioId);
  await setRelayed(tx, portfolioId, true);
  const position = await endOfLog(tx, portfolioId);
  const told = { name, url, types: null, accounts: true, secret, position, at, by: actor.id };
  await addSubscription(tx, { portfolioId, id, purpose: 'relay', ...told });
  await addIntegration(tx, one, token);
  const subject = { kind: 'integration' as const, id, name };
  await noteAct(tx, actor, { act: 'integration_created', portfolio: portfolioId, subject, detail: { mode } });
  await record(tx, portfolioId, [{ kind: 'subscription', subjectId: id }]);
  return { token, secret };
}

/** What is left out stays as it is. */
export interface IntegrationChange {
  name?: string | undefined;
  url?: string | undefined;
  mode?: RelayMode | undefined;
  numbers?: string[] | null | undefined;
  fields?: string[] | null | undefined;
  state?: 'active' | 'paused' | undefined;
}

/** Both halves, the first locked. */
export interface BothHalves {
  subscription: SubscriptionRow;
  integration: Integration;
}

export async function bothHalves(
  tx: Transaction,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
): Promise<BothHalves | undefined> {
  const subscription = await subscriptionById(tx, portfolios, id, { lock: true, purpose: 'relay' });
  const integration = subscription && (await integrationById(tx, subscription));
  return integration && { subscription, integration };
}

export async function changeIntegration(
  tx: Transaction,
  { subscription, integration }: BothHalves,
  change: IntegrationChange,
  actor: Actor,
): Promise<void> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: SubscriptionRow & Integration = { ...subscription, ...integration, ...given };
  await saveSubscription(tx, after, subscription);
  await saveIntegration(tx, after);
  // Another address has answered nothing yet.
  if (after.url !== subscription.url) await noteVerified(tx, integration, null);
  const { portfolioId, id, name, state, mode } = after;
  await noteAct(tx, actor, {
    act: 'integration_changed',
    portfolio: portfolioId,
    subject: { kind: 'integration', id, name },
    detail: { what: Object.keys(given), state, mode },
  });
  await record(tx, portfolioId, [{ kind: 'subscription', subjectId: id }]);
}

export async function rotateIntegrationSecret(
  tx: Transaction,
  { subscription }: BothHalves,
  { until, actor }: { until: Date; actor: Actor },
): Promise<string> {
  const secret = newSecret();
  await rotateSecret(tx, subscription, { secret, until });
  await noteDeed(tx, subscription, 'integration_secret_rotated', actor);
  return secret;
}

export async function replaceIntegrationToken(
  tx: Transaction,
  { subscription }: BothHalves,
  actor: Actor,
): Promise<string> {
  const token = newToken();
  await replaceToken(tx, subscription, token);
  await noteDeed(tx, subscription, 'integration_token_replaced', actor);
  return token;
}

/** With all that waits for it. The aliases stay: they are the customers', and another integration may know them. */
export async function endIntegration(tx: Transaction, { subscription }: BothHalves, actor: Actor): Promise<void> {
  const { portfolioId } = subscription;
  await lockLane(tx, portfolioId);
  await removeIntegration(tx, subscription);
  await removeSubscription(tx, subscription);
  await setRelayed(tx, portfolioId, await hasIntegrations(tx, portfolioId));
  await noteDeed(tx, subscription, 'integration_removed', actor);
}

async function noteDeed(
  tx: Transaction,
  { portfolioId, id, name }: SubscriptionRow,
  act: 'integration_secret_rotated' | 'integration_token_replaced' | 'integration_removed',
  actor: Actor,
): Promise<void> {
  await noteAct(tx, actor, { act, portfolio: portfolioId, subject: { kind: 'integration', id, name } });
  await record(tx, portfolioId, [{ kind: 'subscription', subjectId: id }]);
}
