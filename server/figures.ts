// Counted since the process started, by whoever does the work; /metrics shows them.

export interface Figures {
  /** Neighborhoods compared with their evidence, and how many of them differed. */
  identityChecked: number;
  identityDifferences: number;
  /** Errands to Meta that were made, and those that ended without. */
  errandsDone: number;
  errandsFailed: number;
  /** Calls to send a message, by what they came to and Meta's code. */
  sends: Tally;
  /** Messages that go out once more, by what they wait for. */
  retries: Tally;
}

/** Counts by two words, of which there are few. */
export interface Tally {
  count(kind: string, code: string): void;
  all(): readonly { kind: string; code: string; count: number }[];
}

export function noFigures(): Figures {
  return {
    identityChecked: 0,
    identityDifferences: 0,
    errandsDone: 0,
    errandsFailed: 0,
    sends: tally(),
    retries: tally(),
  };
}

function tally(): Tally {
  const rows = new Map<string, { kind: string; code: string; count: number }>();
  return {
    count: (kind, code) => {
      const name = `${kind} ${code}`;
      const row = rows.get(name) ?? { kind, code, count: 0 };
      row.count += 1;
      rows.set(name, row);
    },
    all: () => [...rows.values()],
  };
}
