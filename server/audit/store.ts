// The audit room: who did what, when, and from where. It owns audit_entries. It promises that an act is written in the transaction
// that does it, so that neither is there without the other, and that nothing written is ever changed or removed: a trigger refuses.

import { type AuditAct, type AuditFilters, auditActs } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { type Fragment, fragment } from '../db/sql.ts';

/** Who did it. An `Actor` of the access room is one. */
export type Author =
  | {
      readonly kind: 'user' | 'key';
      readonly id: string;
      readonly name: string;
      readonly role: string;
      readonly address?: string;
    }
  /** Somebody at the command line of the server. */
  | { readonly kind: 'operator' }
  /** Nobody who has signed in. */
  | { readonly kind: 'visitor'; readonly address?: string };

/** Whom or what it was done to. Customers by their ids alone. */
export type Subject =
  | {
      readonly kind: 'contact' | 'conversation' | 'review' | 'parked' | 'portfolio';
      readonly id: string;
      readonly name?: never;
    }
  | {
      readonly kind:
        | 'user'
        | 'key'
        | 'team'
        | 'campaign'
        | 'session'
        | 'tag'
        | 'field'
        | 'webhook'
        | 'integration'
        | 'export'
        | 'export_schedule'
        | 'import';
      readonly id: string;
      readonly name?: string;
    };

type Plain = string | number | boolean | null | readonly string[];

export interface Entry<Act extends AuditAct> {
  readonly act: Act;
  readonly subject?: Subject;
  readonly portfolio?: PortfolioId;
  /** Only what the table of acts lists for this one; nothing at all where it lists nothing. */
  readonly detail?: { readonly [Name in (typeof auditActs)[Act]['detail'][number]]?: Plain };
}

const detailLengthMax = 500;

/** Writes an act down, in the transaction that does it. @throws where a detail is longer than any code, id or name is. */
export async function append<Act extends AuditAct>(
  tx: Transaction,
  { actor, act, subject, portfolio, detail = {} }: Entry<Act> & { readonly actor: Author },
): Promise<void> {
  for (const value of Object.values<unknown>(detail))
    if (JSON.stringify(value).length > detailLengthMax)
      throw new Error(`A detail of ${act} is too long to be a code or a name.`);
  const who = actor.kind === 'user' || actor.kind === 'key' ? actor : undefined;
  const address = actor.kind === 'operator' ? null : (actor.address ?? null);
  await tx.sql`
    insert into audit_entries (act, actor_kind, actor_id, actor_name, actor_role, address, subject_kind, subject_id, subject_name,
                               portfolio_id, detail)
    values (${act}, ${actor.kind}, ${who?.id ?? null}, ${who?.name ?? null}, ${who?.role ?? null}, ${address},
            ${subject?.kind ?? null}, ${subject?.id ?? null}, ${subject?.name ?? null}, ${portfolio ?? null},
            ${rowsOf([detail])}::text::jsonb -> 0)`;
}

/** How often somebody did something lately. */
export async function actsSince(
  db: Reader,
  { act, actorId, withinMs }: { act: AuditAct; actorId: string; withinMs: number },
): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from audit_entries
    where act = ${act} and actor_id = ${actorId} and at > now() - ${withinMs}::float * interval '1 millisecond'`;
  return row?.count ?? 0;
}

export interface EntryRow {
  readonly number: number;
  readonly at: Date;
  readonly act: AuditAct;
  readonly actorKind: Author['kind'];
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly actorRole: string | null;
  readonly address: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly portfolio: string | null;
  readonly detail: Record<string, Plain>;
}

/** What is looked for: everything where nothing is said. */
export interface Wanted extends AuditFilters {
  /** A reader of some portfolios sees what was done in them, and nothing that reaches beyond. */
  readonly portfolios: 'all' | readonly PortfolioId[];
}

/** The newest first; `before` is the number the page before ended with. */
export async function entries(
  reader: Reader,
  wanted: Wanted,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<EntryRow[]> {
  const acts = actsWanted(wanted);
  return await reader.sql<EntryRow[]>`
    select number, at, act, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", actor_role as "actorRole",
           address, subject_kind as "subjectKind", subject_id as "subjectId", subject_name as "subjectName",
           portfolio_id as portfolio, detail
    from audit_entries
    where true
      ${before === undefined ? fragment`` : fragment`and number < ${before}`}
      ${acts === undefined ? fragment`` : fragment`and act = any(${acts})`}
      ${wanted.actor === undefined ? fragment`` : fragment`and actor_id = ${wanted.actor}`}
      ${wanted.subject === undefined ? fragment`` : fragment`and subject_id = ${wanted.subject}`}
      ${wanted.from === undefined ? fragment`` : fragment`and at >= ${new Date(wanted.from)}`}
      ${wanted.to === undefined ? fragment`` : fragment`and at < ${new Date(wanted.to)}`}
      ${wanted.portfolios === 'all' ? fragment`` : fragment`and portfolio_id = any(${[...wanted.portfolios]})`}
      ${named(wanted.q)}
    order by number desc
    limit ${limit}`;
}

function actsWanted({ act, area }: AuditFilters): AuditAct[] | undefined {
  const named = act === undefined ? undefined : [act].flat();
  if (area === undefined) return named;
  const ofArea = (Object.keys(auditActs) as AuditAct[]).filter((one) => auditActs[one].area === area);
  return named === undefined ? ofArea : named.filter((one) => ofArea.includes(one));
}

function named(q: string | undefined): Fragment {
  if (q === undefined || q === '') return fragment``;
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return fragment`and (actor_name ilike ${like} or subject_name ilike ${like})`;
}
