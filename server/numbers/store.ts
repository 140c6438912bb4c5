// The numbers room: which portfolios, WABAs and business numbers are ours. Owns portfolios, wabas, business_numbers; and policies, in policy.ts.
// Promises: a WABA belongs to one portfolio; connecting again changes names, never owners.

import type { E164, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { cleanText } from '../db/rows.ts';

export interface BusinessNumber {
  portfolioId: PortfolioId;
  phoneNumberId: string;
  wabaId: string;
  displayPhone: string;
  name: string;
}

export async function numbersOf(db: Reader, portfolioId: PortfolioId): Promise<BusinessNumber[]> {
  return await db.sql<BusinessNumber[]>`
    select portfolio_id as "portfolioId", phone_number_id as "phoneNumberId", waba_id as "wabaId",
           display_phone as "displayPhone", name
    from business_numbers where portfolio_id = ${portfolioId} order by created_at, phone_number_id`;
}

/** A number of ours by Meta's id, whichever portfolio has it. Used where a caller names only the number. */
export async function numberById(db: Reader, phoneNumberId: string): Promise<BusinessNumber | undefined> {
  const [row] = await db.sql<BusinessNumber[]>`
    select portfolio_id as "portfolioId", phone_number_id as "phoneNumberId", waba_id as "wabaId",
           display_phone as "displayPhone", name
    from business_numbers where phone_number_id = ${cleanText(phoneNumberId)} order by created_at limit 1`;
  return row;
}

export async function portfolioIds(db: Reader): Promise<PortfolioId[]> {
  const rows = await db.sql<{ id: PortfolioId }[]>`select portfolio_id as id from portfolios order by created_at`;
  return rows.map((row) => row.id);
}

export type ConnectOutcome =
  | { kind: 'connected'; created: boolean }
  | { kind: 'waba_elsewhere'; portfolioId: PortfolioId };

/** Registers a business number, with its WABA and portfolio where they are new. */
export async function register(
  tx: Transaction,
  number: Omit<BusinessNumber, 'displayPhone'> & { displayPhone: E164; portfolioName: string },
): Promise<ConnectOutcome> {
  const { portfolioId, phoneNumberId, wabaId, displayPhone, name } = number;
  await tx.sql`insert into portfolios (portfolio_id, name) values (${portfolioId}, ${number.portfolioName}) on conflict do nothing`;
  const [waba] = await tx.sql<{ owner: PortfolioId }[]>`
    insert into wabas (waba_id, portfolio_id) values (${wabaId}, ${portfolioId})
    on conflict (waba_id) do update set portfolio_id = wabas.portfolio_id
    returning portfolio_id as owner`;
  if (waba && waba.owner !== portfolioId) return { kind: 'waba_elsewhere', portfolioId: waba.owner };
  const [row] = await tx.sql<{ created: boolean }[]>`
    insert into business_numbers (portfolio_id, phone_number_id, waba_id, display_phone, name)
    values (${portfolioId}, ${phoneNumberId}, ${wabaId}, ${displayPhone}, ${name})
    on conflict (portfolio_id, phone_number_id)
    do update set waba_id = excluded.waba_id, display_phone = excluded.display_phone, name = excluded.name
    returning (xmax = 0) as created`;
  return { kind: 'connected', created: row?.created ?? false };
}

/** Says to which of Meta's groups a portfolio belongs: portfolios of one group are shown as related where the policy says so. */
export async function setGroup(tx: Transaction, portfolioId: PortfolioId, groupId: string): Promise<void> {
  await tx.sql`update portfolios set group_id = ${groupId} where portfolio_id = ${portfolioId}`;
}

/** The other portfolios of the same of Meta's groups; none where it is in no group. Few: a company has some brands, not thousands. */
export async function othersOfGroup(
  db: Reader,
  portfolioId: PortfolioId,
): Promise<{ portfolioId: PortfolioId; name: string }[]> {
  return await db.sql<{ portfolioId: PortfolioId; name: string }[]>`
    select other.portfolio_id as "portfolioId", other.name from portfolios own
    join portfolios other on other.group_id = own.group_id and other.portfolio_id <> own.portfolio_id
    where own.portfolio_id = ${portfolioId} order by other.name, other.portfolio_id limit 50`;
}
