// The smallest steps of tolerant reading. Each takes whatever stood in a place and gives what it can be used as, or
// `undefined`; none of them throws.

export type Fields = Record<string, unknown>;

const nothing: Fields = Object.freeze({});
const idPattern = /^[\x21-\x7e]{1,1024}$/;
const digitsPattern = /^\d{1,15}$/;
/** A count of seconds stays below this until the year 5138; a count of milliseconds passed it in 1973. */
const firstMilliseconds = 100_000_000_000;
const lastMilliseconds = 100_000_000_000_000;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in this place, or an empty one: for looking one level deeper without asking first. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : nothing;
}

/**
 * Text for people. U+0000 and half surrogates cannot be stored by PostgreSQL and are replaced by U+FFFD; the message as
 * it came still has them.
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const whole = value.isWellFormed() ? value : value.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\uFFFD') : whole;
}

/** Text that says something: not empty, not only spaces. */
export function wordsOf(value: unknown): string | undefined {
  const text = textOf(value)?.trim();
  return text ? text : undefined;
}

/** An opaque id as Meta makes them: printable ASCII without spaces, short enough to index. Whole numbers are tolerated. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
  return typeof value === 'string' && idPattern.test(value) ? value : undefined;
}

/**
 * Milliseconds since the epoch, on a whole second. Meta sends seconds, as text in most fields and as a number in some;
 * milliseconds have been seen in production and are told apart by their size.
 */
export function timeOf(value: unknown): number | undefined {
  const count = numberOf(value);
  if (count === undefined || count < 1 || count >= lastMilliseconds) return undefined;
  return count < firstMilliseconds ? Math.floor(count) * 1000 : Math.floor(count / 1000) * 1000;
}

/** A finite number, or the digits of a whole one. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return digitsPattern.test(text) ? Number(text) : undefined;
}

/** A coordinate: Meta sends a number, some providers its text. */
export function decimalOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*-?\d{1,3}(\.\d{1,20})?\s*$/.test(value)) return undefined;
  return Number(value);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
