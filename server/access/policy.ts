// What signing in asks for: one row. Believed for some seconds, since every request of a session asks.

import type { Role } from '@throughline/contract';
import type { Database, Reader, Transaction } from '../db/connect.ts';

/** A change holds everywhere once this has passed. */
const beliefMs = 2_000;

export async function requiredRoles(reader: Reader): Promise<Role[]> {
  const [row] = await reader.sql<{ roles: Role[] }[]>`select second_factor_roles as roles from access_policy`;
  return row?.roles ?? [];
}

/** @returns who had to have a second factor until now. */
export async function setRequiredRoles(tx: Transaction, roles: readonly Role[]): Promise<Role[]> {
  const [before] = await tx.sql<{ roles: Role[] }[]>`select second_factor_roles as roles from access_policy for update`;
  await tx.sql`update access_policy set second_factor_roles = ${[...roles]}::text[], changed_at = now()`;
  return before?.roles ?? [];
}

export function policyReader(db: Database, now: () => Date): () => Promise<Role[]> {
  let known: { until: number; roles: Promise<Role[]> } | undefined;
  return async () => {
    const at = now().getTime();
    if (known !== undefined && at < known.until) return await known.roles;
    const asked = { until: at + beliefMs, roles: requiredRoles(db) };
    known = asked;
    asked.roles.catch(() => {
      if (known === asked) known = undefined;
    });
    return await asked.roles;
  };
}
