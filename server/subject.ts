// A subject: one person as erasure and export are given them, all that is theirs named once. It is plain data, so that an erasure can keep
// it and go on with it after the rows it was read from are gone.

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
