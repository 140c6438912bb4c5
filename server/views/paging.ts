// Cursors: where a page ended, opaque to the caller.

/** @throws BadCursorError where the text was not made by `cursorOf`. */
export function readCursor<T extends readonly unknown[]>(text: string | undefined, length: T['length']): T | undefined {
  if (text === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(parts) &&
      parts.length === length &&
      parts.every((part) => ['string', 'number'].includes(typeof part))
    )
      return parts as unknown as T;
  } catch {
    // Not ours: answered below like any other.
  }
  throw new BadCursorError('The cursor is not one of ours. Leave it out to start at the first page.');
}

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
