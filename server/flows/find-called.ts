// Whom a note calls, by their names now: people who may read it, and everybody of a team.

import { colleaguesById } from '../access/colleagues.ts';
import type { Transaction } from '../db/connect.ts';
import { teamsToCall } from '../notes/called.ts';
import type { Called } from '../notes/store.ts';

export type Calling = Pick<Called, 'kind' | 'id'>;

type Found =
  | { kind: 'found'; called: Called[] /** Those of the teams included. */; userIds: string[] }
  | { kind: 'nobody_called_so'; id: string };

export async function findCalled(tx: Transaction, mentions: readonly Calling[]): Promise<Found> {
  const idsOf = (wanted: Called['kind']) => mentions.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  const teams = await teamsToCall(tx, idsOf('team'));
  const members = [...teams.values()].flatMap((team) => team.members);
  const people = await colleaguesById(tx, [...idsOf('person'), ...members]);
  const called: Called[] = [];
  for (const { kind, id } of mentions) {
    const name = kind === 'person' ? people.get(id) : teams.get(id)?.name;
    if (name === undefined) return { kind: 'nobody_called_so', id };
    called.push({ kind, id, name });
  }
  const userIds = [...new Set([...idsOf('person'), ...members])].filter((id) => people.has(id));
  return { kind: 'found', called, userIds };
}
