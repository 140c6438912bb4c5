// What an export is made of: columns of few kinds, and rows that come in batches, so that none is ever whole in memory.

import type { ExportFormat, ExportKind } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';

/** moment: a time. day: YYYY-MM-DD. list: several texts. */
export type ColumnKind = 'text' | 'yes_no' | 'count' | 'moment' | 'day' | 'list';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** What a column of the kind holds; null where nothing is known. */
export type Cell = string | number | boolean | Date | readonly string[] | null;

/** A cell for each column. */
export type Row = readonly Cell[];

export interface Table {
  readonly columns: readonly Column[];
  readonly batches: AsyncIterable<readonly Row[]>;
}

/** What is wanted. */
export interface Asked {
  readonly portfolioId: PortfolioId;
  readonly kind: ExportKind;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly phoneNumberId: string | null;
  readonly tagId: string | null;
  /** Whether Meta's ids of accounts go along. */
  readonly accounts: boolean;
}

export interface ExportKey {
  readonly portfolioId: PortfolioId;
  readonly id: string;
}

export type Format = ExportFormat;
