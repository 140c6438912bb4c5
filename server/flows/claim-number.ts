// An agent was told a number. It is kept as what it is, a claim: it joins nobody, and where the number is another person's it becomes
// a question whether the two are one (R24).

import {
  type ContactId,
  type EvidenceId,
  isUndialable,
  type Policy,
  type PortfolioId,
  parseE164,
  phoneKeyOf,
} from '@throughline/identity';
import { record } from '../changes/store.ts';
import { anchorOfContact } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { policyOf } from '../numbers/policy.ts';
import { resolveIdentities } from './resolve-identities.ts';
import { around } from './say-word.ts';
import type { Tools } from './tools.ts';

export interface Claim {
  portfolioId: PortfolioId;
  contactId: ContactId;
  phone: string;
  actor: { id: string; name: string };
}

export async function claimNumber(
  tx: Transaction,
  { portfolioId, contactId: named, phone: text, actor }: Claim,
  { policy, tools }: { policy: Policy; tools: Tools },
): Promise<'claimed' | 'phone_invalid' | 'own_number' | 'alias_not_dialable'> {
  const phone = parseE164(text);
  if (!phone) return 'phone_invalid';
  if (isUndialable(phone)) return 'alias_not_dialable';
  const rules = await policyOf(tx, portfolioId, policy);
  if (rules.blockedPhones.has(phoneKeyOf(phone))) return 'own_number';
  const { state, contacts } = await around(tx, [named], { portfolioId, dryRun: false });
  const [contactId] = contacts;
  const about = anchorOfContact(state, contactId);
  if (!about) throw new Error('A contact that was found has nobody in it.');
  // After everything known of the person, whatever our clock says.
  const at = Math.max(tools.clock(), (state.last?.at ?? 0) + 1);
  const id = tools.keyed(`claimed/${tools.newId()}`) as EvidenceId;
  const { id: actorId, name } = actor;
  const evidence = {
    kind: 'claimed' as const,
    id,
    at,
    receivedAt: tools.clock(),
    phone,
    about,
    told: { actor: { id: actorId, name } },
  };
  const resolved = await resolveIdentities(tx, portfolioId, [evidence], rules, tools);
  await record(tx, portfolioId, [
    ...[...resolved.changedContacts].map((one) => ({ kind: 'contact' as const, subjectId: one, contactId: one })),
    ...[...resolved.changedThreads].map((one) => ({ kind: 'conversation' as const, subjectId: one })),
    ...(resolved.asks ? [{ kind: 'review' as const, subjectId: tools.newId() }] : []),
  ]);
  return 'claimed';
}
