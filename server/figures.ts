// Counted since the process started, by whoever does the work; /metrics shows them.

export interface Figures {
  /** Neighborhoods compared with their evidence, and how many of them differed. */
  identityChecked: number;
  identityDifferences: number;
}

export function noFigures(): Figures {
  return { identityChecked: 0, identityDifferences: 0 };
}
