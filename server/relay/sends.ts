// The relay room, sends: which messages an integration sent, and what it wants to hear of them.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import type { IntegrationKey } from './shapes.ts';

export async function addSend(
  tx: Transaction,
  { portfolioId, id }: IntegrationKey,
  { messageId, callbackData }: { messageId: string; callbackData: string | null },
): Promise<void> {
  await tx.sql`
    insert into relay_sends (portfolio_id, message_id, integration_id, callback_data)
    values (${portfolioId}, ${messageId}, ${id}, ${callbackData})`;
}

/** Of these messages, those the integration sent, with what it sent along. */
export async function sentBy(
  db: Reader,
  { portfolioId, id }: IntegrationKey,
  messages: readonly string[],
): Promise<Map<string, { callbackData: string | null }>> {
  if (messages.length === 0) return new Map();
  const rows = await db.sql<{ messageId: string; callbackData: string | null }[]>`
    select message_id as "messageId", callback_data as "callbackData" from relay_sends
    where portfolio_id = ${portfolioId} and integration_id = ${id} and message_id = any(${[...messages]}::uuid[])`;
  return new Map(rows.map(({ messageId, callbackData }) => [messageId, { callbackData }]));
}

/** It is answered now, whatever comes of it: should it be refused, the integration is told later. Waits for whoever writes down what came of it. */
export async function answerLate(tx: Transaction, portfolioId: PortfolioId, messageId: string): Promise<void> {
  await tx.sql`update relay_sends set late = true where portfolio_id = ${portfolioId} and message_id = ${messageId}`;
}

/** Of these messages, those answered for before anybody knew; locked, so that none is answered for in this moment. */
export async function answeredLate(
  tx: Transaction,
  portfolioId: PortfolioId,
  messages: readonly string[],
): Promise<string[]> {
  if (messages.length === 0) return [];
  const rows = await tx.sql<{ id: string; late: boolean }[]>`
    select message_id as id, late from relay_sends
    where portfolio_id = ${portfolioId} and message_id = any(${[...messages]}::uuid[]) order by message_id for update`;
  return rows.filter(({ late }) => late).map(({ id }) => id);
}
