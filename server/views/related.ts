// The same WhatsApp account in other portfolios of the group (R15). Looked up when somebody looks: no evidence crosses portfolios,
// and nobody is shown whom the asking may not see.

import type { Contact } from '@throughline/contract';
import type { ContactId, ParentBsuid, PortfolioId, State } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { choicesOf } from '../numbers/policy.ts';
import { othersOfGroup } from '../numbers/store.ts';
import { type SummaryRow, summaryOf } from './accounts.ts';
import type { Portfolios } from './conversation-list.ts';

type Related = Contact['related'];

/** By contact; nothing for those who have nobody. `states` has the neighborhood of each. Costs nothing where nobody has a parent id. */
export async function relatedOf(
  db: Reader,
  portfolios: Portfolios,
  portfolioId: PortfolioId,
  states: ReadonlyMap<ContactId, State>,
): Promise<Map<ContactId, Related>> {
  const related = new Map<ContactId, Related>();
  const wanted = [...states].flatMap(([contactId, state]) =>
    parentsOf(state, contactId).map((value) => ({ contactId, value })),
  );
  if (wanted.length === 0) return related;
  const [choices, group] = await Promise.all([choicesOf(db, portfolioId), othersOfGroup(db, portfolioId)]);
  if (choices.acrossPortfolios !== 'related') return related;
  const visible = group.filter((other) => portfolios === 'all' || portfolios.includes(other.portfolioId));
  const found = await Promise.all(visible.map((other) => among(db, other, wanted)));
  for (const { of, one } of found.flat()) related.set(of, [...(related.get(of) ?? []), one]);
  return related;
}

function parentsOf({ holders, names }: State, contactId: ContactId): ParentBsuid[] {
  const own = new Set(holders.filter((holder) => holder.contactId === contactId).map(({ id }) => id));
  const parents = names.filter((name) => name.kind === 'parent' && own.has(name.holderId));
  return parents.map((name) => name.value as ParentBsuid);
}

async function among(
  db: Reader,
  { portfolioId, name }: { portfolioId: PortfolioId; name: string },
  wanted: readonly { contactId: ContactId; value: ParentBsuid }[],
): Promise<{ of: ContactId; one: Related[number] }[]> {
  const rows = await db.sql<(SummaryRow & { of: ContactId })[]>`
    select distinct wanted.contact_id as "of", t.id, t.display_name as "displayName", t.identifier_kind as "identifierKind",
           t.identifier_value as "identifierValue", t.hidden_since is not null as hidden
    from unnest(${wanted.map((one) => one.contactId)}::uuid[], ${wanted.map((one) => one.value)}::text[]) as wanted (contact_id, value)
    join names n on n.portfolio_id = ${portfolioId} and n.value = wanted.value and n.kind = 'parent'
    join holders h on h.portfolio_id = n.portfolio_id and h.id = n.holder_id
    join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id
    order by t.id`;
  return rows.map((row) => ({ of: row.of, one: { contact: summaryOf(row), portfolio: name } }));
}
