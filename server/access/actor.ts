import type { Role } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Scope } from './permissions.ts';

/** Whoever makes a request: a person signed in, or a program with a key. */
export interface Actor {
  readonly kind: 'user' | 'key';
  readonly id: string;
  readonly name: string;
  /** A person's; null for a key. */
  readonly email: string | null;
  readonly role: Role;
  readonly scopes: ReadonlySet<Scope>;
  /** A person's session: the one this was asked with. */
  readonly session?: string;
  /** The policy asks for a second factor, and this session has none: it may set one up, and nothing else. */
  readonly lacks?: 'second_factor';
  /** The network address the request came from. */
  readonly address?: string;
  /** Which portfolios' rows may be read and written. Queries name them; nothing else narrows a request. */
  readonly portfolios: 'all' | readonly PortfolioId[];
}
