// A portfolio chooses its law, and whether a second pair of eyes is needed.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { appendAct, type PrivacyActor } from '../privacy/acts.ts';
import { type SettingsRow, setSettings } from '../privacy/store.ts';
import type { Tools } from './tools.ts';

export async function setPrivacySettings(
  tx: Transaction,
  portfolioId: PortfolioId,
  { fourEyes, law, actor }: SettingsRow & { actor: PrivacyActor },
  tools: Tools,
): Promise<void> {
  await setSettings(tx, portfolioId, { fourEyes, law }, new Date(tools.clock()));
  await appendAct(tx, portfolioId, { act: 'settings_changed', actor, detail: { fourEyes, law } }, tools);
}
