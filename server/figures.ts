// Counted since the process started, by whoever does the work; /metrics shows them.

export interface Figures {
  /** Neighborhoods compared with their evidence, and how many of them differed. */
  identityChecked: number;
  identityDifferences: number;
  /** Errands to Meta that were made, and those that ended without. */
  errandsDone: number;
  errandsFailed: number;
}

export function noFigures(): Figures {
  return { identityChecked: 0, identityDifferences: 0, errandsDone: 0, errandsFailed: 0 };
}
