// What an integration writes to the made-up customer: noted, and it ends there. Looked at before anybody real is looked up, so that it can reach nobody.

import { type PortfolioId, parseAlias } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { runOfAccount } from '../readiness/canary/rules-person.ts';
import type { RunKey } from '../readiness/canary/shapes.ts';
import { canaryRunBy, noteCanaryAnswer } from '../readiness/canary/store.ts';
import { contactOfAlias } from '../relay/aliases.ts';
import type { AskedMessage } from '../relay/rules-request.ts';
import type { IntegrationKey } from '../relay/shapes.ts';
import type { Tools } from './tools.ts';

type Addressed = Pick<AskedMessage, 'to' | 'recipient'>;

/** Undefined where somebody else is meant. */
export async function answerCanary(
  tx: Transaction,
  { portfolioId, id }: IntegrationKey,
  { message, tools }: { message: Addressed; tools: Tools },
): Promise<{ messageId: string } | undefined> {
  const run = await runMeant(tx, portfolioId, message);
  if (!run) return undefined;
  const messageId = tools.newId();
  await noteCanaryAnswer(tx, { portfolioId, runId: run.id, id }, { messageId, at: new Date(tools.clock()) });
  return { messageId };
}

/** `to` before `recipient`, as at Meta's. */
async function runMeant(
  db: Reader,
  portfolioId: PortfolioId,
  { to, recipient }: Addressed,
): Promise<RunKey | undefined> {
  if (to !== undefined) {
    const alias = parseAlias(to);
    const contactId = alias && (await contactOfAlias(db, portfolioId, alias));
    return contactId && (await canaryRunBy(db, portfolioId, { contactId }));
  }
  const number = runOfAccount(recipient ?? '');
  return number === undefined ? undefined : await canaryRunBy(db, portfolioId, { number });
}
