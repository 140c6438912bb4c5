// Counts tries, so that passwords cannot be guessed by machine. In memory, per node: a limit shared by nodes would cost a
// database write for every wrong password, which is what a guesser sends.

/** Addresses remembered at once. Beyond it the oldest is forgotten; a guesser with that many addresses is not stopped here. */
const keysMax = 10_000;

export interface Allowance {
  readonly allowed: boolean;
  /** When to come back; null where allowed. */
  readonly retryAfter: number | null;
}

/** A fixed window per key: it opens with the first try, and `max` tries fit in it. */
export function attemptCounter(now: () => Date): (key: string, rule: { window: number; max: number }) => Allowance {
  const windows = new Map<string, { endsAt: number; count: number }>();
  return (key, rule) => {
    const at = now().getTime();
    const open = windows.get(key);
    if (open === undefined || open.endsAt <= at) {
      windows.delete(key);
      windows.set(key, { endsAt: at + rule.window * 1000, count: 1 });
      if (windows.size > keysMax) windows.delete(windows.keys().next().value ?? key);
      return { allowed: true, retryAfter: null };
    }
    if (open.count >= rule.max) return { allowed: false, retryAfter: Math.ceil((open.endsAt - at) / 1000) };
    open.count += 1;
    return { allowed: true, retryAfter: null };
  };
}
