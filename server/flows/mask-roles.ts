// Which roles see customers' numbers masked from now on, and that somebody said so.

import type { Role } from '@throughline/contract';
import type { Actor } from '../access/actor.ts';
import { maskRoles } from '../access/phone-masking.ts';
import { append } from '../audit/store.ts';
import type { Transaction } from '../db/connect.ts';
import type { Tools } from './tools.ts';

export async function setMaskedRoles(
  tx: Transaction,
  { roles, actor }: { roles: readonly Role[]; actor: Actor },
  tools: Pick<Tools, 'clock'>,
): Promise<void> {
  const wanted = [...new Set(roles)].sort();
  const before = await maskRoles(tx, wanted, { by: actor.name, at: tools.clock() });
  if (before.join() === wanted.join()) return;
  const detail = { setting: 'masked_roles', value: wanted, before };
  await append(tx, { act: 'setting_changed', actor, detail });
}
