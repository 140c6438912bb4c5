// A subject as conditions of the map name it.

import type { Subject } from '../../subject.ts';
import type { Parameter } from '../sql.ts';

/** What conditions of the map may name, with the type PostgreSQL is told. */
export const subjectParameters = {
  portfolio: { type: 'text', of: (subject: Subject) => subject.portfolioId },
  holders: { type: 'uuid[]', of: ({ holders }: Subject) => holders },
  contacts: { type: 'uuid[]', of: ({ contacts }: Subject) => contacts },
  contact_ids: { type: 'uuid[]', of: ({ contactIds }: Subject) => contactIds },
  conversations: { type: 'uuid[]', of: ({ conversations }: Subject) => conversations },
  own_neighborhoods: { type: 'uuid[]', of: ({ ownNeighborhoods }: Subject) => ownNeighborhoods },
  own_identifiers: { type: 'text[]', of: ({ ownIdentifiers }: Subject) => ownIdentifiers },
  account_ids: { type: 'text[]', of: ({ bsuids, parents }: Subject) => [...bsuids, ...parents] },
  lease_keys: { type: 'text[]', of: ({ phones }: Subject) => phones.map(({ key }) => key) },
  lease_from: { type: 'timestamptz[]', of: ({ phones }: Subject) => phones.map(({ from }) => from) },
  lease_until: { type: 'timestamptz[]', of: ({ phones }: Subject) => phones.map(({ until }) => until) },
  /** What a search for just them would be: digits, usernames, account ids, in lower case. A name is many people's. */
  words: {
    type: 'text[]',
    of: ({ phones, usernames, bsuids, parents }: Subject) => [
      ...new Set(
        [...phones.map(({ phone }) => phone.replace(/^\+/, '')), ...usernames, ...bsuids, ...parents]
          .filter((word) => word.length > 2)
          .map((word) => word.toLowerCase()),
      ),
    ],
  },
} as const satisfies Record<string, { type: string; of: (subject: Subject) => Parameter }>;

export type ParameterName = keyof typeof subjectParameters;
