// The privacy room, what was done: acts about requests, in a chain that shows where it was broken. Append-only; no personal data.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { type Act, type Break, Chain, type Keyed, type Linked, linkHash } from './rules-chain.ts';

/** Everything that is ever written down here. */
export type ActName =
  | 'recorded'
  | 'confirmed'
  | 'extended'
  | 'code_sent'
  | 'code_wrong'
  | 'proven'
  | 'previewed'
  | 'run'
  | 'corrections_named'
  | 'corrected'
  | 'approval_asked'
  | 'approved'
  | 'refused'
  | 'cancelled'
  | 'held'
  | 'released'
  | 'reminded'
  | 'watermark_set'
  | 'contact_book_asked'
  | 'contact_book_answered'
  | 'erased'
  | 'done'
  | 'archive_downloaded'
  | 'searched'
  | 'settings_changed'
  | 'ledger_replayed';

export interface PrivacyActor {
  readonly kind: 'user' | 'key' | 'operator' | 'service';
  readonly id?: string;
  readonly role?: string;
}

export const service: PrivacyActor = { kind: 'service' };

export interface NewAct {
  readonly act: ActName;
  readonly requestId?: string;
  readonly actor: PrivacyActor;
  /** Codes, ids of ours and counts. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** In the transaction that does it. Acts of a portfolio wait for one another here. */
export async function appendAct(
  tx: Transaction,
  portfolioId: PortfolioId,
  { act, requestId, actor, detail = {} }: NewAct,
  { keyed, clock }: { keyed: Keyed; clock: () => number },
): Promise<void> {
  const [end] = await tx.sql<{ number: number; hash: string }[]>`
    insert into privacy_chain_ends (portfolio_id, number, hash) values (${portfolioId}, 0, '')
    on conflict (portfolio_id) do update set number = privacy_chain_ends.number returning number, hash`;
  const link: Act = {
    number: (end?.number ?? 0) + 1,
    at: clock(),
    act,
    requestId: requestId ?? null,
    actorKind: actor.kind,
    actorId: actor.id ?? null,
    actorRole: actor.role ?? null,
    detail,
  };
  const hash = linkHash(portfolioId, end?.hash ?? '', link, keyed);
  await tx.sql`
    insert into privacy_acts (portfolio_id, number, at, act, request_id, actor_kind, actor_id, actor_role, detail, hash)
    values (${portfolioId}, ${link.number}, ${new Date(link.at)}, ${act}, ${link.requestId}, ${link.actorKind}, ${link.actorId},
            ${link.actorRole}, ${rowsOf([detail])}::text::jsonb -> 0, ${hash})`;
  await tx.sql`
    update privacy_chain_ends set number = ${link.number}, hash = ${hash} where portfolio_id = ${portfolioId}`;
}

interface ActRow extends Omit<Linked, 'at'> {
  at: Date;
}

/** What was done about one request, oldest first. */
export async function actsOf(db: Reader, portfolioId: PortfolioId, requestId: string): Promise<ActRow[]> {
  return await db.sql<ActRow[]>`
    select number, at, act, request_id as "requestId", actor_kind as "actorKind", actor_id as "actorId", actor_role as "actorRole",
           detail, hash
    from privacy_acts where portfolio_id = ${portfolioId} and request_id = ${requestId} order by number`;
}

const linksAtOnce = 1_000;

/** Follows the chain of a portfolio to its end. Read it in a snapshot where the service is running. */
export async function verifyActs(
  db: Reader,
  portfolioId: PortfolioId,
  keyed: Keyed,
): Promise<{ acts: number; end: string; broken?: Break }> {
  const chain = new Chain(portfolioId, keyed);
  for (;;) {
    const links = await db.sql<ActRow[]>`
      select number, at, act, request_id as "requestId", actor_kind as "actorKind", actor_id as "actorId",
             actor_role as "actorRole", detail, hash
      from privacy_acts where portfolio_id = ${portfolioId} and number > ${chain.number} order by number limit ${linksAtOnce}`;
    for (const link of links) {
      const broken = chain.follow({ ...link, at: link.at.getTime() });
      if (broken) return { acts: chain.number, end: chain.hash, broken };
    }
    if (links.length < linksAtOnce) break;
  }
  const [end] = await db.sql<{ number: number; hash: string }[]>`
    select number, hash from privacy_chain_ends where portfolio_id = ${portfolioId}`;
  const broken = chain.end(end ?? { number: 0, hash: '' });
  return { acts: chain.number, end: chain.hash, ...(broken && { broken }) };
}
