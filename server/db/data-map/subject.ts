// A subject: one person as the engine is given them, all that is theirs named once. It is plain data, so that a request can keep it
// and go on with it after the rows it was read from are gone.

import type { Parameter } from '../sql.ts';

/** A number for as long as it was theirs. Times are ISO 8601; `-infinity` where nobody had it before, `infinity` where it still is theirs. */
export interface Held {
  /** National variants are one: `phoneKeyOf`. */
  readonly key: string;
  readonly phone: string;
  readonly from: string;
  readonly until: string;
}

export interface Subject {
  readonly portfolioId: string;
  /** Accounts and eras. */
  readonly holders: readonly string[];
  /** Contacts that are wholly theirs: no account of anybody else belongs to them. */
  readonly contacts: readonly string[];
  /** Every contact id that ever meant them, retired ones included. */
  readonly contactIds: readonly string[];
  readonly conversations: readonly string[];
  readonly retiredConversations: readonly string[];
  readonly neighborhoods: readonly string[];
  /** Of those, the ones nobody else lives in. */
  readonly ownNeighborhoods: readonly string[];
  readonly bsuids: readonly string[];
  readonly parents: readonly string[];
  readonly phones: readonly Held[];
  /** As `identifiers.key`, where nobody else was ever known by them. */
  readonly ownIdentifiers: readonly string[];
  readonly usernames: readonly string[];
  readonly displayNames: readonly string[];
}

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
  /** What a search for them would be: digits, usernames, names, in lower case. */
  words: {
    type: 'text[]',
    of: ({ phones, usernames, displayNames, bsuids, parents }: Subject) => [
      ...new Set(
        [...phones.map(({ phone }) => phone.replace(/^\+/, '')), ...usernames, ...displayNames, ...bsuids, ...parents]
          .filter((word) => word.length > 2)
          .map((word) => word.toLowerCase()),
      ),
    ],
  },
} as const satisfies Record<string, { type: string; of: (subject: Subject) => Parameter }>;

export type ParameterName = keyof typeof subjectParameters;
