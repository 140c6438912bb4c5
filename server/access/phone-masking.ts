// Which roles see customers' numbers masked: a choice of the whole deployment. It owns masked_roles.

import type { Role } from '@throughline/contract';
import type { Database, Reader, Transaction } from '../db/connect.ts';
import { timestamp } from '../db/rows.ts';

export async function maskedRoles(db: Reader): Promise<Role[]> {
  const rows = await db.sql<{ role: Role }[]>`select role from masked_roles order by role`;
  return rows.map(({ role }) => role);
}

/** These and no others. One that was masked already keeps its day. @returns what was so before. */
export async function maskRoles(
  tx: Transaction,
  roles: readonly Role[],
  { by, at }: { by: string; at: number },
): Promise<Role[]> {
  await tx.sql`lock table masked_roles in share row exclusive mode`;
  const before = await maskedRoles(tx);
  await tx.sql`delete from masked_roles where role <> all(${[...roles]}::text[])`;
  await tx.sql`
    insert into masked_roles (role, since, by)
    select role, ${timestamp(at)}::timestamptz, ${by} from unnest(${[...roles]}::text[]) as r (role)
    on conflict (role) do nothing`;
  return before;
}

export type PhonesOf = (role: Role) => Promise<'shown' | 'masked'>;

/** Asked by every request, so it is believed for a moment: a change holds everywhere within `beliefMs`. */
export function phonesByRole(db: Database, { beliefMs, now }: { beliefMs: number; now: () => number }): PhonesOf {
  let known: { at: number; roles: Promise<Role[]> } | undefined;
  return async (role) => {
    if (!known || now() - known.at >= beliefMs) {
      const asked = { at: now(), roles: maskedRoles(db) };
      known = asked;
      asked.roles.catch(() => {
        if (known === asked) known = undefined;
      });
    }
    return (await known.roles).includes(role) ? 'masked' : 'shown';
  };
}
