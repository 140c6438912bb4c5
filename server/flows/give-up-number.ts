// Somebody says that a number is no longer this person's. What comes under it alone from now on is somebody else's (R5).

import {
  type ContactId,
  type EvidenceId,
  type Policy,
  type PortfolioId,
  parseE164,
  phoneKeyOf,
} from '@throughline/identity';
import { record } from '../changes/store.ts';
import { membersOf } from '../contacts/rules-words.ts';
import { threadIdsOf } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { policyOf } from '../numbers/policy.ts';
import { resolveIdentities } from './resolve-identities.ts';
import { around } from './say-word.ts';
import type { Tools } from './tools.ts';

export interface GivingUp {
  portfolioId: PortfolioId;
  contactId: ContactId;
  phone: string;
  reason: string;
  actor: { id: string; name: string };
}

export async function giveUpNumber(
  tx: Transaction,
  { portfolioId, contactId: named, phone: text, reason, actor }: GivingUp,
  { policy, tools }: { policy: Policy; tools: Tools },
): Promise<'given_up' | 'phone_invalid' | 'not_theirs'> {
  const phone = parseE164(text);
  if (!phone) return 'phone_invalid';
  const { state, contacts } = await around(tx, [named], { portfolioId, dryRun: false });
  const [contactId] = contacts;
  const members = membersOf(state, contactId).map((holder) => holder.id);
  const lease = state.leases.find((one) => one.key === phoneKeyOf(phone) && one.until === null);
  if (!lease || !members.includes(lease.holderId)) return 'not_theirs';
  // After the last fact on the number, whatever our clock says: it ends what is there.
  const at = Math.max(tools.clock(), lease.last.at + 1);
  const id = tools.keyed(`given-up/${tools.newId()}`) as EvidenceId;
  const told = { actor: { id: actor.id, name: actor.name }, reason };
  const evidence = { kind: 'gone' as const, id, at, receivedAt: tools.clock(), phone: lease.phone, told };
  const rules = await policyOf(tx, portfolioId, policy);
  const resolved = await resolveIdentities(tx, portfolioId, [evidence], rules, tools);
  const threads = await threadIdsOf(tx, portfolioId, members);
  await record(tx, portfolioId, [
    ...[...new Set([contactId, ...resolved.changedContacts])].map((one) => ({
      kind: 'contact' as const,
      subjectId: one,
      contactId: one,
    })),
    ...[...new Set([...threads.map((one) => one.id), ...resolved.changedThreads])].map((one) => ({
      kind: 'conversation' as const,
      subjectId: one,
    })),
  ]);
  return 'given_up';
}
