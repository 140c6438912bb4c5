// What the readiness room keeps, as types.

import type { KeepReadinessRun } from '@throughline/contract';

export interface RunRow {
  portfolioId: string;
  id: string;
  integration: string;
  kind: 'code' | 'endpoint';
  at: Date;
  score: number | null;
  failing: number;
  lookedAt: number;
}

type Kept<Kind> = Omit<Extract<KeepReadinessRun, { kind: Kind }>, 'integration' | 'at' | 'portfolio'>;
/** What was found, as it was handed in. */
export type Found = Kept<'code'> | Kept<'endpoint'>;
