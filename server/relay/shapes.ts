// What the relay room knows of an integration.

import type { RelayMode } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';

/** The same as its subscription's. */
export interface IntegrationKey {
  portfolioId: PortfolioId;
  id: string;
}

export interface Integration extends IntegrationKey {
  mode: RelayMode;
  /** Null: all of the portfolio's. */
  numbers: string[] | null;
  /** Null: whatever Meta sends. */
  fields: string[] | null;
  tokenPrefix: string;
  lastCallAt: Date | null;
  verifiedAt: Date | null;
}
