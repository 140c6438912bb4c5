// Who may have which export made, and who may take its file away.

import type { ExportKind } from '@throughline/contract';

/** Whoever asks, as far as it matters here. */
export interface Asker {
  scopes: ReadonlySet<string>;
  phones: 'shown' | 'masked';
}

const scopeOf = {
  contacts: 'contacts:read',
  conversations: 'conversations:read',
  messages: 'conversations:read',
  campaigns: 'campaigns:read',
  // Counts of people, which whoever reads them could make: not how anybody works, which is what reports are of.
  coverage: 'contacts:read',
} as const satisfies Record<ExportKind, string>;

export type Verdict = 'yes' | 'kind' | 'accounts' | 'masked';

/** A file holds what its reader could read here, and no more. `accounts`: that what it holds of Meta's ids is not for them. */
export function mayHave(
  asker: Asker,
  { kind, accounts, phones }: { kind: ExportKind; accounts: boolean; phones: 'shown' | 'masked' },
): Verdict {
  if (!asker.scopes.has(scopeOf[kind])) return 'kind';
  if (accounts && !asker.scopes.has('identity:read')) return 'accounts';
  return phones === 'shown' && asker.phones === 'masked' ? 'masked' : 'yes';
}
