import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from './connect.ts';
import { cleanText, rowsOf } from './rows.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 1 });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

/** What PostgreSQL has read, back again. */
async function stored(rows: object[]): Promise<unknown[]> {
  const back = await db.sql<{ text: string | null; inner: unknown }[]>`
    select text, inner_value as inner from json_to_recordset(${rowsOf(rows)}::text::json) as r (text text, inner_value jsonb)`;
  return back.map(({ text, inner }) => ({ text, ...(inner !== null && { inner }) }));
}

describe('rows as one parameter', () => {
  it.each([
    ['a NUL', 'a\u0000b', 'a\ufffdb'],
    ['the first half of a pair', 'a\ud83d', 'a\ufffd'],
    ['the second half of a pair', '\ude00b', '\ufffdb'],
    ['halves in the wrong order', '\ude00\ud83d', '\ufffd\ufffd'],
    ['a whole pair', 'a😀b', 'a😀b'],
    ['a text that only looks like an escape', 'a\\u0000 \\ud83d', 'a\\u0000 \\ud83d'],
    ['quotes, backslashes and line ends', '"\\\n\t\'', '"\\\n\t\''],
    ['right-to-left text', 'سارة', 'سارة'],
    ['nothing', '', ''],
  ])('carry %s', async (_what, text, expected) => {
    expect(await stored([{ text }])).toEqual([{ text: expected }]);
    expect(cleanText(text)).toBe(expected);
  });

  it('clean keys and values at every depth, and leave other values as they are', async () => {
    const inner_value = { list: ['\u0000', { '\ud800key': 'x\udfff' }], number: 1.5, yes: true, none: null };
    expect(await stored([{ text: 'x', inner_value }])).toEqual([
      { text: 'x', inner: { list: ['\ufffd', { '\ufffdkey': 'x\ufffd' }], number: 1.5, yes: true, none: null } },
    ]);
  });

  it('do not change the rows given', () => {
    const row = { text: '\u0000' };
    rowsOf([row]);
    expect(row.text).toBe('\u0000');
  });

  it('carry ten thousand rows in order, and none', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ text: i % 100 === 0 ? `\u0000${i}` : String(i) }));
    const back = (await stored(rows)) as { text: string }[];
    expect(back).toHaveLength(10_000);
    expect(back.map((row) => Number(row.text.replace('\ufffd', '')))).toEqual(rows.map((_, i) => i));
    expect(await stored([])).toEqual([]);
  });
});
