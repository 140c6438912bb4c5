// What integrations are answered: what became of a message they sent, and what is known of a file.

import type { PortfolioId } from '@throughline/identity';
import { type Outcome, outcomeOf } from '../conversations/finding.ts';
import type { Reader } from '../db/connect.ts';
import { type DescribedFile, describedFile } from '../media/files.ts';

export type { Outcome };

export async function sendOutcome(
  db: Reader,
  portfolioId: PortfolioId,
  messageId: string,
): Promise<Outcome | undefined> {
  return (await outcomeOf(db, portfolioId, [messageId])).get(messageId);
}

/** By Meta's id, or by ours. */
export async function relayFile(
  db: Reader,
  portfolioId: PortfolioId,
  name: string,
): Promise<DescribedFile | undefined> {
  return await describedFile(db, portfolioId, name);
}
