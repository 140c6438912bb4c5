// The bare limit of the apply path: the rows a drain wrote, written again to a second database from arrays prepared beforehand.
// Nothing is read, nothing decided; one statement a table and transaction, all of a transaction sent at once, the same rows in
// the same transactions, and one commit for each. What the drain costs beyond this is reading, deciding and going to and fro.

import { inTransaction } from '../../server/db/connect.ts';
import type { StageDatabase } from './stage.ts';
import { ours } from './webhooks.ts';

/** One transaction of the drain, as statements that are ready to be sent. */
export interface Batch {
  transaction: number;
  statements: { text: string; values: string[] }[];
}

interface Table {
  name: string;
  columns: string;
  /** Which holder a row is of; rows of a holder are written again by every transaction that heard of it. */
  holder?: string;
  /** Where rows are written again: the key they are known by. */
  key?: string;
}

/** In an order that satisfies the foreign keys. */
const tables: readonly Table[] = [
  { name: 'neighborhoods', columns: 'id last_at last_tie loose crowded decided_under', holder: 'h.id', key: 'id' },
  { name: 'identifiers', columns: 'key neighborhood_id' },
  {
    name: 'evidence',
    columns:
      'id neighborhood_id at kind said_by phone bsuid parent previous_phone previous_bsuid previous_parent name username no_username detail received_at',
  },
  {
    name: 'contacts',
    columns:
      'id display_name identifier_kind identifier_value username profile_name phone hidden_since first_seen_at search',
  },
  { name: 'contact_activity', columns: 'contact_id last_seen_at', holder: 'h.id', key: 'contact_id' },
  {
    name: 'holders',
    columns:
      'id neighborhood_id contact_id born_at born_tie last_at last_tie heard_at heard_tie stable_at stable_tie name username shows_phone hidden_since own_contact_id parts key_hash',
    holder: 't.id',
    key: 'id',
  },
  {
    name: 'names',
    columns: 'value kind holder_id since_at since_tie until_at until_tie seen_at seen_tie',
    holder: 't.holder_id',
    key: 'value',
  },
  {
    name: 'leases',
    columns:
      'key from_at from_tie phone holder_id last_at last_tie heard_at until_at until_tie ended awaits_account doubted',
    holder: 't.holder_id',
    key: 'key from_at from_tie',
  },
  { name: 'notices', columns: 'id neighborhood_id holder_id evidence_id at tie rule type fact' },
  {
    name: 'conversations',
    columns:
      'id holder_id phone_number_id state created_at last_item_at last_customer_at waiting_since unread last_item',
    holder: 't.holder_id',
    key: 'id',
  },
  {
    name: 'messages',
    columns:
      'id conversation_id phone_number_id wamid direction at tie phone bsuid parent type body summary quotes_wamid target_wamid emoji raw via author status status_at failure',
  },
  { name: 'changes', columns: 'kind subject_id contact_id' },
];

type Row = (string | null)[];

/** Reads what the drain wrote to `db`, and puts the same webhooks into the inbox of `bareDb`, waiting. */
export async function readBatches(db: StageDatabase, bareDb: StageDatabase): Promise<Batch[]> {
  await copyInbox(db, bareDb);
  const heard = await holdersHeard(db);
  const batches = new Map<number, Batch>(
    [...heard.keys()].map((transaction) => [transaction, { transaction, statements: [] }]),
  );
  for (const table of tables) {
    const text = await insertInto(db, table);
    const rows = await rowsOf(db, table);
    for (const batch of batches.values()) {
      const mine = table.holder
        ? [...(heard.get(batch.transaction) ?? [])].flatMap((holder) => rows.get(holder) ?? [])
        : (rows.get(String(batch.transaction)) ?? []);
      if (mine.length > 0) batch.statements.push({ text, values: columnsAsArrays(mine) });
    }
  }
  const finished = await rowsOf(db, { name: 'inbox', columns: 'id items applied repeated kept parked' });
  for (const batch of batches.values())
    batch.statements.push({
      text: `update inbox i set state = 'done', finished_at = now(), items = r.items, applied = r.applied, repeated = r.repeated, kept = r.kept, parked = r.parked
             from unnest($1::text::bigint[], $2::text::int[], $3::text::int[], $4::text::int[], $5::text::int[], $6::text::int[])
               as r (id, items, applied, repeated, kept, parked) where i.id = r.id`,
      values: columnsAsArrays(finished.get(String(batch.transaction)) ?? []),
    });
  return [...batches.values()].sort((a, b) => a.transaction - b.transaction);
}

export async function writeBatches(db: StageDatabase, batches: readonly Batch[]): Promise<void> {
  for (const { statements } of batches)
    await inTransaction(db, async (tx) => {
      await Promise.all(statements.map(({ text, values }) => tx.sql.unsafe(text, values)));
    });
}

async function holdersHeard(db: StageDatabase): Promise<Map<number, Set<string>>> {
  const rows = await db.sql<{ transaction: number; holder: string }[]>`
    select distinct m.xmin::text::bigint as transaction, c.holder_id as holder
    from messages m join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id`;
  const heard = new Map<number, Set<string>>();
  for (const { transaction, holder } of rows) heard.set(transaction, (heard.get(transaction) ?? new Set()).add(holder));
  return heard;
}

/** Rows of a table as text, by holder, or by the transaction that wrote them. */
async function rowsOf(db: StageDatabase, { name, columns, holder }: Table): Promise<Map<string, Row[]>> {
  const texts = columns.split(' ').map((column, index) => `t.${column}::text as c${index}`);
  const join = holder?.startsWith('h.')
    ? `join holders h on h.portfolio_id = t.portfolio_id and ${name === 'contact_activity' ? 'h.contact_id = t.contact_id' : 'h.neighborhood_id = t.id'}`
    : '';
  const tag = holder ? `${holder}::text` : name === 'changes' ? 't.txid::text' : 't.xmin::text';
  const rows = await asRows(db, `select ${tag} as tag, ${texts.join(', ')} from ${name} t ${join}`);
  const byTag = Map.groupBy(rows, (row) => row[0] ?? '');
  return new Map([...byTag].map(([key, group]) => [key, group.map((row) => row.slice(1))]));
}

async function asRows(db: StageDatabase, text: string): Promise<Row[]> {
  return (await db.sql.unsafe<Record<string, string | null>[]>(text)).map((row) => Object.values(row));
}

async function insertInto(db: StageDatabase, { name, columns, key }: Table): Promise<string> {
  const names = columns.split(' ');
  const types = new Map(
    (
      await db.sql<{ column: string; type: string }[]>`
        select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = ${name}::text::regclass and attnum > 0`
    ).map((row) => [row.column, row.type]),
  );
  const arrays = names.map((column, index) => `$${index + 1}::text::${types.get(column)}[]`);
  const keys = key?.split(' ');
  const again = keys
    ? `on conflict (portfolio_id, ${keys.join(', ')}) do update set ${names
        .filter((column) => !keys.includes(column))
        .map((column) => `${column} = excluded.${column}`)
        .join(', ')}`
    : '';
  return `insert into ${name} (portfolio_id, ${names.join(', ')}) select '${ours.portfolioId}', * from unnest(${arrays.join(', ')}) ${again}`;
}

function columnsAsArrays(rows: readonly Row[]): string[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => `{${rows.map((row) => element(row[column] ?? null)).join(',')}}`);
}

function element(value: string | null): string {
  return value === null ? 'NULL' : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const copiedAtOnce = 500;

async function copyInbox(db: StageDatabase, bareDb: StageDatabase): Promise<void> {
  const columns = "id::text, portfolio_id, waba_id, encode(body, 'base64'), received_at::text";
  let last = '0';
  for (;;) {
    const rows = await asRows(
      db,
      `select ${columns} from inbox i where i.id > ${last} order by i.id limit ${copiedAtOnce}`,
    );
    if (rows.length === 0) return;
    await bareDb.sql.unsafe(
      `insert into inbox (id, portfolio_id, waba_id, body, received_at) overriding system value
       select id, portfolio_id, waba_id, decode(body, 'base64'), received_at
       from unnest($1::text::bigint[], $2::text::text[], $3::text::text[], $4::text::text[], $5::text::timestamptz[])
         as r (id, portfolio_id, waba_id, body, received_at)`,
      columnsAsArrays(rows),
    );
    last = rows.at(-1)?.[0] ?? last;
  }
}
