// The whole identity of a contact, with every piece of evidence and the rule it met. For those who may see backend ids.

import { type ContactId, defaultPolicy, type HolderId, refold } from '@throughline/identity';
import { historyOf, stateAround } from '../contacts/load.ts';
import type { Reader } from '../db/connect.ts';
import { policyOf } from '../numbers/policy.ts';
import type { ContactFound } from './contacts.ts';

export async function identityOf(db: Reader, { portfolioId, holderIds, contact }: ContactFound) {
  const holders = await Promise.all(holderIds.map(async (id) => await oneHolder(db, portfolioId, id)));
  return { contactId: contact.id, portfolioId, holders: holders.filter((one) => one !== undefined) };
}

async function oneHolder(db: Reader, portfolioId: ContactFound['portfolioId'], holderId: HolderId) {
  const around = await stateAround(db, portfolioId, holderId);
  const holder = around?.state.holders.find((one) => one.id === holderId);
  if (!around || !holder) return undefined;
  const { state } = around;
  const history = await historyOf(db, portfolioId, [around.id]);
  const { decisions } = refold(history, state, {
    policy: await policyOf(db, portfolioId, defaultPolicy),
    ids: unusedIds,
  });
  const rules = new Map(decisions.map((decision) => [decision.evidenceId, decision]));
  const own = history.filter((evidence) => rules.get(evidence.id)?.holderId === holderId).sort((a, b) => a.at - b.at);
  return {
    kind: state.names.some((name) => name.holderId === holderId) ? ('account' as const) : ('era' as const),
    names: state.names
      .filter((name) => name.holderId === holderId)
      .map((name) => ({
        kind: name.kind,
        value: name.value,
        since: iso(name.since.at),
        until: name.until && iso(name.until.at),
      })),
    leases: state.leases
      .filter((lease) => lease.holderId === holderId)
      .map((lease) => ({
        phone: lease.phone,
        from: iso(lease.from.at),
        until: lease.until && iso(lease.until.at),
        ended: lease.ended,
      })),
    evidence: own.slice(-500).map((evidence) => {
      const { neighborhoodId: _where, id: _id, at, receivedAt: _receivedAt, ...said } = evidence;
      return {
        at: iso(at),
        rule: rules.get(evidence.id)?.rule ?? null,
        ignored: rules.get(evidence.id)?.ignored ?? null,
        said,
      };
    }),
    evidenceCount: own.length,
  };
}

/** Everybody in a neighborhood already folded takes back the id they had; these are overwritten. */
let spare = 0;
const unusedIds = { holder: () => `spare-${++spare}` as HolderId, contact: () => `spare-${++spare}` as ContactId };

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
