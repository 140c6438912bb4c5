// Sets of rows as one parameter: saves are set-based, one statement for a whole batch whatever its size.

const hostile = /\\u0000|\\ud[89a-f]/i;

/**
 * Rows as JSON text for `json_to_recordset(${rows}::text::json) as r (...)`.
 *
 * PostgreSQL has no NUL in text and no half surrogates in jsonb; people's phones do send both. Each becomes U+FFFD.
 */
export function rowsOf(rows: readonly object[]): string {
  const text = JSON.stringify(rows);
  return hostile.test(text) ? JSON.stringify(rows, wellFormed) : text;
}

function wellFormed(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), inner]));
}

/** A text PostgreSQL can hold. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}

/** Milliseconds since the epoch as PostgreSQL reads them; null stays null. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}
