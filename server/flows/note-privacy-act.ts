// An act of privacy that no request goes on by: that somebody looked, or took a copy away.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { type ActName, appendAct, type PrivacyActor } from '../privacy/acts.ts';
import type { Tools } from './tools.ts';

export interface PrivacyNote {
  portfolioId: string;
  actor: PrivacyActor;
  act: ActName;
  requestId?: string;
  detail?: Record<string, string | number | boolean>;
}

export async function notePrivacyAct(
  tx: Transaction,
  { portfolioId, actor, act, requestId, detail }: PrivacyNote,
  tools: Tools,
): Promise<void> {
  const note = { act, actor, ...(requestId !== undefined && { requestId }), ...(detail && { detail }) };
  await appendAct(tx, portfolioId as PortfolioId, note, tools);
}
