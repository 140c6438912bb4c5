// Finds people by what they are known by, without looking at each of them: a town of 100,000 answers as fast as one of ten.
// The state is the truth; this is built from it at the start and told of every change.

import { spellingsOf } from './phones.ts';
import type { PersonRecord, State } from './state.ts';
import { usernameKey } from './usernames.ts';

export class Directory {
  readonly #phones = new Map<string, PersonRecord>();
  readonly #usernames = new Map<string, PersonRecord>();
  /** `scope id`, the scope being a portfolio or a parent account. */
  readonly #ids = new Map<string, PersonRecord>();
  readonly #books = new Map<string, Set<string>>();

  constructor(state: State) {
    for (const person of Object.values(state.people)) this.enter(person);
    for (const { id, book } of Object.values(state.portfolios)) this.#books.set(id, new Set(book));
  }

  enter(person: PersonRecord): void {
    if (person.phone !== null) this.#phones.set(person.phone, person);
    if (person.username !== undefined) this.#usernames.set(usernameKey(person.username), person);
    for (const [scope, id] of idsOf(person)) this.#ids.set(`${scope} ${id}`, person);
  }

  /** Before anything of them changes; `enter` them again afterwards. */
  leave(person: PersonRecord): void {
    if (person.phone !== null) this.#phones.delete(person.phone);
    if (person.username !== undefined) this.#usernames.delete(usernameKey(person.username));
    for (const [scope, id] of idsOf(person)) this.#ids.delete(`${scope} ${id}`);
  }

  /** Whoever answers at this number, whatever national spelling is used. */
  byPhone(digits: string): PersonRecord | undefined {
    const exact = this.#phones.get(digits);
    if (exact !== undefined) return exact;
    for (const spelling of spellingsOf(digits)) {
      const found = this.#phones.get(spelling);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  byUsername(name: string): PersonRecord | undefined {
    return this.#usernames.get(usernameKey(name));
  }

  /** By a BSUID of this portfolio, or a parent BSUID of this account. */
  byId(scope: string, id: string): PersonRecord | undefined {
    return this.#ids.get(`${scope} ${id}`);
  }

  /** The contact book of a portfolio, as person ids. */
  book(portfolioId: string): Set<string> {
    let book = this.#books.get(portfolioId);
    if (book === undefined) {
      book = new Set();
      this.#books.set(portfolioId, book);
    }
    return book;
  }
}

const idsOf = (person: PersonRecord): [scope: string, id: string][] => [
  ...Object.entries(person.bsuids).map(([scope, id]): [string, string] => [`portfolio ${scope}`, id]),
  ...Object.entries(person.parents).map(([scope, id]): [string, string] => [`account ${scope}`, id]),
];
