// What an import is made of.

import type { ImportMapping, ImportOutcome, ImportReason } from '@throughline/contract';
import type { ContactId, PortfolioId } from '@throughline/identity';

export interface ImportKey {
  readonly portfolioId: PortfolioId;
  readonly id: string;
}

export interface NewRow {
  line: number;
  cells: readonly string[];
}

export interface RowToCheck {
  line: number;
  cells: string[];
}

/** What is found of a row; of a double of an earlier one, only once all have been looked at. */
export interface CheckedRow {
  line: number;
  key: string | null;
  external: string | null;
  contactId: ContactId | null;
  outcome: ImportOutcome;
  reason: ImportReason | null;
}

export type Mapping = ImportMapping;
