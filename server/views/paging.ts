// Cursors: where a page ended, opaque to the caller.

/** @throws BadCursorError where the text was not made by `cursorOf`. */
export function readCursor<T extends readonly unknown[]>(
  text: string | undefined,
  shape: readonly (keyof typeof parts)[],
): T | undefined {
  if (text === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const fits = Array.isArray(read) && read.length === shape.length;
    if (fits && shape.every((part, i) => parts[part](read[i]))) return read as unknown as T;
  } catch {
    // Not ours: answered below like any other.
  }
  throw new BadCursorError('The cursor is not one of ours. Leave it out to start at the first page.');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What the database is asked to compare with must be of its kind, whoever made the cursor. */
const parts = {
  time: (part: unknown) => typeof part === 'string' && time.test(part) && !Number.isNaN(Date.parse(part)),
  id: (part: unknown) => typeof part === 'string' && uuid.test(part),
  tie: (part: unknown) => typeof part === 'string' && /^[\w-]{1,60}$/.test(part),
  text: (part: unknown) => typeof part === 'string' && part.length <= 300 && !part.includes('\0'),
  count: (part: unknown) => Number.isSafeInteger(part) && Number(part) >= 0,
  rank: (part: unknown) => typeof part === 'number' && [0, 1, 2, 3].includes(part),
  line: (part: unknown) => Number.isInteger(part) && Number(part) >= 0 && Number(part) < 2 ** 31,
};

export class BadCursorError extends Error {}

export function cursorOf(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** A page of `limit` out of rows read with one more than that. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursor: (last: Row) => readonly (string | number)[],
  item: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: shown.map(item), next: rows.length > limit && last ? cursorOf(cursor(last)) : null };
}
