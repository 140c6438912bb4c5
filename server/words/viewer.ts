// Who reads an answer: in which language, with which numbers, of which portfolios. Made by the guard of a door and handed to
// every view that says something or shows somebody.

import type { Language } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';

/** How somebody is spoken to. */
export interface Reader {
  readonly language: Language;
  /** For dates and numbers: the language, with the reader's region where it is known, such as `pt-BR`. */
  readonly locale: string;
  /** `masked`: of a customer's number no more than its country and its last digits. */
  readonly phones: 'shown' | 'masked';
}

export interface Viewer extends Reader {
  /** Whose rows may be seen. */
  readonly portfolios: readonly PortfolioId[] | 'all';
}

/** Whoever runs the place, at the command line; and tests. */
export const inEnglish: Viewer = { language: 'en', locale: 'en-GB', phones: 'shown', portfolios: 'all' };

/** The same reader, in one portfolio only. */
export function within(viewer: Viewer, portfolioId: PortfolioId): Viewer {
  return { ...viewer, portfolios: [portfolioId] };
}
