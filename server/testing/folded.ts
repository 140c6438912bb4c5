// Whether what is stored of people is what all their evidence folds to.

import { defaultPolicy, type HolderId, parseE164, phoneKeyOf, refold, type State } from '@throughline/identity';
import { expect } from 'vitest';
import { historyOf, statesOf } from '../contacts/load.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import type { World } from './world.ts';

/** What is stored of every neighborhood is what its whole evidence folds to, ids included. */
export async function expectAsFolded({ db, portfolioId }: World): Promise<void> {
  const rows = await db.sql<{ id: NeighborhoodId }[]>`select id from neighborhoods where portfolio_id = ${portfolioId}`;
  const ids = rows.map((row) => row.id);
  const [states, history] = await Promise.all([statesOf(db, portfolioId, ids), historyOf(db, portfolioId, ids)]);
  const own = ['+15550001111', '+15550003333'].flatMap((phone) => parseE164(phone) ?? []).map(phoneKeyOf);
  const policy = { ...defaultPolicy, blockedPhones: new Set(own) };
  for (const [id, state] of states) {
    const said = history.filter((one) => one.neighborhoodId === id);
    const again = refold(said, state, { policy, ids: { holder: strange, contact: strange } as never });
    expect(comparable(again.state)).toEqual(comparable(state));
  }
  const [twice] = await db.sql<{ n: number }[]>`
    select count(*)::int as n from (select from conversations where portfolio_id = ${portfolioId}
                                    group by holder_id, phone_number_id having count(*) > 1) t`;
  expect(twice?.n).toBe(0);
}

let made = 0;
const strange = () => `nobody knew ${++made}` as HolderId;

function comparable(state: State): unknown {
  const sorted = (list: object[]) =>
    list.map((one) => JSON.stringify(one, Object.keys(one).sort().concat('at', 'tie'))).sort();
  return [sorted(state.holders), sorted(state.names), sorted(state.leases), state.last];
}
