// Somebody asks for what is theirs: written down with the time the law gives, before anything is looked at.

import type { Correction, PrivacyKind, PrivacyLanguage, PrivacyLaw } from '@throughline/contract';
import type { ContactId, PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import type { PrivacyActor } from '../privacy/acts.ts';
import { dueOf } from '../privacy/rules-due.ts';
import { addRequest, settingsOf } from '../privacy/store.ts';
import { noteStep } from './privacy-steps.ts';
import type { Tools } from './tools.ts';

export interface Recording {
  portfolioId: PortfolioId;
  contactId: ContactId;
  accountIds: ContactId[];
  kind: PrivacyKind;
  law: PrivacyLaw | undefined;
  /** Milliseconds; now where it is left out. */
  receivedAt: number | undefined;
  note: string | undefined;
  corrections?: Correction[] | undefined;
  language?: PrivacyLanguage | undefined;
  actor: PrivacyActor & { id: string };
}

/** Answers the request's id. */
export async function recordPrivacyRequest(
  tx: Transaction,
  { portfolioId, contactId, accountIds, kind, actor, ...asked }: Recording,
  tools: Tools,
): Promise<string> {
  const id = tools.newId();
  const now = tools.clock();
  const law = asked.law ?? (await settingsOf(tx, portfolioId)).law;
  const receivedAt = Math.min(asked.receivedAt ?? now, now);
  const { confirmBy, dueAt } = dueOf(law, receivedAt);
  await addRequest(
    tx,
    portfolioId,
    {
      id,
      kind,
      law,
      contactId,
      accountIds,
      receivedAt: new Date(receivedAt),
      confirmBy: confirmBy === null ? null : new Date(confirmBy),
      dueAt: new Date(dueAt),
      recordedBy: actor.id,
      note: asked.note ?? null,
      corrections: asked.corrections ?? [],
      language: asked.language ?? null,
    },
    new Date(now),
  );
  const detail = { kind, law, accounts: accountIds.length };
  await noteStep(tx, { portfolioId, id }, { act: 'recorded', actor, detail }, tools);
  return id;
}
