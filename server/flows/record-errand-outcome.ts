// What Meta answered to an errand, recorded: made, to be made again, or ended with a reason; and what follows from it for those concerned.

import type { HolderId, PortfolioId } from '@throughline/identity';
import type { ErrandAnswer } from '@throughline/whatsapp';
import { record } from '../changes/store.ts';
import { settleWish } from '../contacts/blocks.ts';
import { contactIdsOf } from '../contacts/store.ts';
import type { Transaction } from '../db/connect.ts';
import { type ErrandKind, retryDelayMs } from '../errands/rules-errands.ts';
import { type DueErrand, type Ending, endErrand, isSuperseded, postponeErrand } from '../errands/store.ts';
import type { Tools } from './tools.ts';

/** `unreached`: no connection to Meta came about. */
export type ErrandOutcome = ErrandAnswer | { kind: 'unreached' };

/** Answers how it ended, or that it goes on. */
export async function recordErrandOutcome(
  tx: Transaction,
  errand: DueErrand,
  outcome: ErrandOutcome,
  tools: Tools,
): Promise<Ending['state'] | 'again'> {
  const at = tools.clock();
  // Before anything else: it waits for whoever is about to owe a newer one.
  const superseded = await isSuperseded(tx, errand);
  if (outcome.kind === 'done') {
    await end(tx, errand, { state: 'done', code: null, result: doneWords(errand.kind, outcome.changed), at });
    return 'done';
  }
  const delay = superseded ? null : retryDelayMs(whyOf(outcome), errand.attempts, fractionOf(errand, tools));
  if (delay !== null) {
    await postponeErrand(tx, errand, delay);
    return 'again';
  }
  await end(tx, errand, { state: 'failed', ...failure(outcome), at });
  return 'failed';
}

async function end(tx: Transaction, errand: DueErrand, ending: Ending): Promise<void> {
  await endErrand(tx, errand, ending);
  const { portfolioId, kind } = errand;
  switch (kind) {
    case 'mark_read':
    case 'typing':
      return;
    case 'block':
    case 'unblock': {
      const problem = ending.state === 'failed' ? ending.result : null;
      const holderId = await settleWish(tx, portfolioId, { id: errand.id, state: ending.state, problem });
      return holderId && (await tellOf(tx, portfolioId, holderId));
    }
    case 'delete_from_contact_book':
      return await tellOf(tx, portfolioId, errand.subjectId as HolderId);
  }
}

async function tellOf(tx: Transaction, portfolioId: PortfolioId, holderId: HolderId): Promise<void> {
  const contactId = (await contactIdsOf(tx, portfolioId, [holderId])).get(holderId);
  if (contactId) await record(tx, portfolioId, [{ kind: 'contact', subjectId: contactId, contactId }]);
}

const whyOf = (outcome: Exclude<ErrandOutcome, { kind: 'done' }>) =>
  outcome.kind === 'refused' ? outcome.retry : ('lost' as const);

function failure(outcome: Exclude<ErrandOutcome, { kind: 'done' }>): Pick<Ending, 'code' | 'result'> {
  if (outcome.kind === 'refused') return { code: outcome.code, result: outcome.agent };
  return { code: null, result: 'WhatsApp could not be reached, though it was tried several times.' };
}

function doneWords(kind: ErrandKind, changed: boolean): string {
  if (kind !== 'delete_from_contact_book') return 'Done.';
  return changed
    ? 'Meta deleted the entry. For up to 30 days it may still send the number where there was traffic with it.'
    : 'Meta had no entry of this account.';
}

/** From 0 up to 1, of the errand's own: those that failed together come again apart. */
function fractionOf({ id, attempts }: Pick<DueErrand, 'id' | 'attempts'>, tools: Tools): number {
  const hash = Buffer.from(tools.keyed(`errand ${id} ${attempts}`), 'base64url');
  return hash.readUInt16BE(0) / 0x10000;
}
