// `export`: a file of data, written as it is read: to a file that is there only once it is whole, or to stdout.

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExportFormat, ExportKind } from '@throughline/contract';
import { type Database, inTransaction } from '../db/connect.ts';
import { inSnapshot } from '../db/snapshot.ts';
import { encode } from '../exports/encode.ts';
import type { Asked, Row } from '../exports/shapes.ts';
import { noteAct } from '../flows/note-act.ts';
import { tags } from '../labels/store.ts';
import { exportTable } from '../views/exports/table.ts';
import { inEnglish } from '../words/viewer.ts';
import { type Call, type Command, UsageError, type Values, withDatabase } from './command.ts';
import { portfolioNamed } from './portfolio-named.ts';

export const exportCommand: Command = {
  help: `throughline export KIND [--file FILE] [--format csv|jsonl|parquet] [--from TIME] [--until TIME]
                   [--number ID] [--tag NAME] [--accounts] [--portfolio ID]

  KIND          contacts, conversations, messages, campaigns or coverage
  --file        where to; stdout where it is left out
  --format      csv where it is left out and FILE does not end otherwise
  --from        not before this time, such as 2026-11-01 (UTC) or 2026-11-01T08:00:00Z; of contacts and
                conversations: last active then or later
  --until       before this time
  --number      only what belongs to this business number, by Meta's phone_number_id
  --tag         only who, or what, has this tag
  --accounts    with WhatsApp's own ids of accounts
  --portfolio   which business portfolio, where there are several

People without a phone number are in it like everybody else. Noted in the audit log.`,
  flags: {
    file: { type: 'string' },
    format: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    number: { type: 'string' },
    tag: { type: 'string' },
    accounts: { type: 'boolean' },
    portfolio: { type: 'string' },
  },
  run: async (call) => {
    const { values, rest, say } = call;
    const kind = ExportKind.safeParse(rest[0]);
    if (!kind.success || rest.length > 1) throw new UsageError(`Say what: ${ExportKind.options.join(', ')}.`);
    const file = typeof values.file === 'string' ? resolve(values.file) : undefined;
    const format = formatOf(values, file);
    await withDatabase(say, async (db) => {
      const asked = { ...(await askedOf(db, values)), kind: kind.data };
      const detail = { what: `${asked.kind}_export`, format };
      await inTransaction(db, (tx) =>
        noteAct(tx, { kind: 'operator' }, { act: 'exported', portfolio: asked.portfolioId, detail }),
      );
      await inSnapshot(db, async (tx) => {
        const table = await exportTable(tx, inEnglish, asked);
        const counted = counting(table.batches, { total: table.total, say });
        const bytes = Readable.from(encode(format, { columns: table.columns, batches: counted.batches }));
        if (file === undefined) await pipeline(bytes, process.stdout, { end: false });
        else await writeWhole(bytes, file);
        if (file !== undefined) call.print(`${file}: ${counted.rows()} rows.`, { file, rows: counted.rows() });
      });
    });
    return 0;
  },
};

function formatOf({ format }: Values, file: string | undefined): ExportFormat {
  const named = ExportFormat.safeParse(format ?? file?.split('.').at(-1));
  if (named.success) return named.data;
  if (format !== undefined) throw new UsageError(`--format is one of ${ExportFormat.options.join(', ')}.`);
  return 'csv';
}

async function askedOf(db: Database, values: Values): Promise<Omit<Asked, 'kind'>> {
  return {
    portfolioId: await portfolioNamed(db, values.portfolio),
    from: timeOf(values, 'from'),
    until: timeOf(values, 'until'),
    phoneNumberId: typeof values.number === 'string' ? values.number : null,
    tagId: await tagNamed(db, values.tag),
    accounts: values.accounts === true,
  };
}

function timeOf(values: Values, name: 'from' | 'until'): Date | null {
  const given = values[name];
  if (typeof given !== 'string') return null;
  const at = /^\d{4}-\d\d-\d\d/.test(given) ? new Date(given) : undefined;
  if (!at || Number.isNaN(at.getTime())) throw new UsageError(`--${name} must be a time such as 2026-11-01.`);
  return at;
}

async function tagNamed(db: Database, given: Values[string]): Promise<string | null> {
  if (typeof given !== 'string') return null;
  const found = (await tags(db)).find(({ name }) => name.toLowerCase() === given.toLowerCase());
  if (!found) throw new Error('There is no such tag.');
  return found.id;
}

const sayEvery = 100_000;

function counting(batches: AsyncIterable<readonly Row[]>, { total, say }: { total: number; say: Call['say'] }) {
  let done = 0;
  async function* counted() {
    for await (const rows of batches) {
      yield rows;
      const before = done;
      done += rows.length;
      if (Math.floor(done / sayEvery) > Math.floor(before / sayEvery)) say(`${done} of ${total} rows`);
    }
  }
  return { batches: counted(), rows: () => done };
}

/** Under another name until it is whole: half a file does not look like one. */
async function writeWhole(bytes: Readable, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(bytes, createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
