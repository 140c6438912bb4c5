// The chain of privacy acts: every link covers the one before by a keyed hash, so that none can be changed, removed or put in between
// without the key, and the first that does not fit is found.

export interface Act {
  readonly number: number;
  /** Milliseconds. */
  readonly at: number;
  readonly act: string;
  readonly requestId: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorRole: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Linked extends Act {
  readonly hash: string;
}

export type Keyed = (text: string) => string;

export function linkHash(portfolioId: string, previous: string, act: Act, keyed: Keyed): string {
  const detail = Object.entries(act.detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const { number, at, requestId, actorKind, actorId, actorRole } = act;
  const covered = [previous, portfolioId, number, at, act.act, requestId, actorKind, actorId, actorRole, detail];
  return keyed(`privacy act ${JSON.stringify(covered)}`);
}

export type Break =
  /** Its hash is not what it holds comes to: it, or what stood before it, was changed. */
  | { number: number; why: 'changed' }
  /** It should be there and is not. */
  | { number: number; why: 'missing' };

/** Follows a chain link by link, in order, as far as it holds. */
export class Chain {
  readonly #portfolioId: string;
  readonly #keyed: Keyed;
  number = 0;
  hash = '';

  constructor(portfolioId: string, keyed: Keyed) {
    this.#portfolioId = portfolioId;
    this.#keyed = keyed;
  }

  /** The break before or at this link, if there is one. */
  follow(link: Linked): Break | undefined {
    const expected = this.number + 1;
    if (link.number !== expected) return { number: expected, why: 'missing' };
    if (linkHash(this.#portfolioId, this.hash, link, this.#keyed) !== link.hash)
      return { number: expected, why: 'changed' };
    this.number = expected;
    this.hash = link.hash;
    return undefined;
  }

  /** Whether it goes on to where it was said to end. */
  end(said: { number: number; hash: string }): Break | undefined {
    if (said.number > this.number) return { number: this.number + 1, why: 'missing' };
    return said.number === this.number && said.hash === this.hash ? undefined : { number: this.number, why: 'changed' };
  }
}
