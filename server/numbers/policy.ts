// The numbers room, what each portfolio chose. Owns policies: append-only, so that every choice can be read later with who made it.

import type { Policy, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { timestamp } from '../db/rows.ts';
import { type Choices, defaultChoices, withChoices, withOwnNumbers } from './rules-policy.ts';
import { numbersOf } from './store.ts';

/** The policy a portfolio is decided under: the program's, what was chosen here, and its own numbers left out of matching. */
export async function policyOf(db: Reader, portfolioId: PortfolioId, defaults: Policy): Promise<Policy> {
  return (await policyAndNumbersOf(db, portfolioId, defaults)).policy;
}

/** Both, for whoever needs the numbers too. */
export async function policyAndNumbersOf(db: Reader, portfolioId: PortfolioId, defaults: Policy) {
  const [chosen, numbers] = await Promise.all([lastChoices(db, portfolioId), numbersOf(db, portfolioId)]);
  return { policy: withOwnNumbers(withChoices(defaults, chosen), numbers), numbers };
}

/** What holds for a portfolio now. */
export async function choicesOf(db: Reader, portfolioId: PortfolioId): Promise<Choices> {
  return (await lastChoices(db, portfolioId)) ?? defaultChoices;
}

async function lastChoices(db: Reader, portfolioId: PortfolioId): Promise<Choices | undefined> {
  const [row] = await db.sql<Choices[]>`
    select adoption_limit_days as "adoptionLimitDays", strict, join_on_shared_number as "joinOnSharedNumber",
           across_portfolios as "acrossPortfolios", read_receipts as "readReceipts"
    from policies where portfolio_id = ${portfolioId} order by number desc limit 1`;
  return row;
}

/** The caller holds the portfolio's lane, so that numbers do not collide and nobody decides under both. */
export async function choose(
  tx: Transaction,
  portfolioId: PortfolioId,
  { choices, actor, at }: { choices: Choices; actor: { id: string; name: string }; at: number },
): Promise<void> {
  const { adoptionLimitDays, strict, joinOnSharedNumber, acrossPortfolios, readReceipts } = choices;
  await tx.sql`
    insert into policies (portfolio_id, number, chosen_at, actor_id, actor_name, adoption_limit_days, strict, join_on_shared_number, across_portfolios,
                          read_receipts)
    select ${portfolioId}, coalesce(max(number), 0) + 1, ${timestamp(at)}::timestamptz, ${actor.id}::text, ${actor.name}::text, ${adoptionLimitDays}::int,
           ${strict}::boolean, ${joinOnSharedNumber}::boolean, ${acrossPortfolios}::text, ${readReceipts}::boolean
    from policies where portfolio_id = ${portfolioId}`;
}
