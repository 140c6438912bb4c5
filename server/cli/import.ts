// `import`: a list of people from a CSV file: its columns shown, looked at, and, where that is said, carried out.

import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Field, ImportTarget } from '@throughline/contract';
import { defaultPolicy, type PortfolioId } from '@throughline/identity';
import { FileRefused, readFile } from '../csv/read-file.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { beginImport, contactFields } from '../flows/begin-import.ts';
import { noteAct } from '../flows/note-act.ts';
import { stepImport } from '../flows/step-import.ts';
import type { Tools } from '../flows/tools.ts';
import { guessMapping } from '../imports/rules-mapping.ts';
import type { Mapping } from '../imports/shapes.ts';
import { addRows, type ImportRecord, importById, saveImport } from '../imports/store.ts';
import { everyImportRow, importShown } from '../views/imports.ts';
import { tell } from '../words/say.ts';
import { inEnglish } from '../words/viewer.ts';
import { type Call, type Command, UsageError, type Values } from './command.ts';
import { portfolioNamed } from './portfolio-named.ts';
import { withTools } from './privacy-steps.ts';

const lookAgainMs = 200;
const kinds = ['phone', 'name', 'username', 'tags', 'opt_in', 'opt_out'] as const;

export const importCommand: Command = {
  help: `throughline import FILE [--map COLUMN=WHAT ...] [--country PT] [--by-username] [--create-tags] [--run] [--portfolio ID]

  FILE           a CSV file; delimiter and encoding are recognized
  --map          what a column holds, by its head: COLUMN=phone, name, username, tags, opt_in, opt_out,
                 field:NAME, external_id:NAME (a field of text people are found by), or nothing to leave it out.
                 Several times; what is not named is guessed
  --country      of numbers written without a country code; without it those are skipped
  --by-username  take a row without a number to be about whoever has its username now
  --create-tags  make tags that are not there yet
  --run          carry it out; without it only what would be is said, and nothing is changed
  --portfolio    which business portfolio, where there are several

The same file again changes nothing. A list never joins people, moves a number or brings back who was erased.`,
  flags: {
    map: { type: 'string', multiple: true },
    country: { type: 'string' },
    'by-username': { type: 'boolean' },
    'create-tags': { type: 'boolean' },
    run: { type: 'boolean' },
    portfolio: { type: 'string' },
  },
  run: async (call) => {
    const [file, ...others] = call.rest;
    if (!file || others.length > 0) throw new UsageError('Name one file.');
    if (call.values.country !== undefined && !/^[A-Z]{2}$/.test(String(call.values.country)))
      throw new UsageError('--country is two letters, such as PT.');
    return await withTools(call.say, async (db, tools) => {
      const portfolioId = await portfolioNamed(db, call.values.portfolio);
      const taken = await takeIn(db, { file: resolve(file), portfolioId, call, tools });
      return await carryOut(db, taken, { call, tools });
    });
  },
};

interface Taking {
  file: string;
  portfolioId: PortfolioId;
  call: Call;
  tools: Tools;
}

async function takeIn(db: Database, { file, portfolioId, call, tools }: Taking): Promise<ImportRecord> {
  const key = { portfolioId, id: tools.newId() };
  const blank: Mapping = { columns: [], country: null, byUsername: false, createTags: false };
  const actor = {
    kind: 'operator',
    id: 'operator',
    name: 'Command line',
    role: 'operator',
    scopes: new Set(['labels:manage']),
  } as const;
  const began = await inTransaction(db, (tx) =>
    beginImport(tx, { ...key, name: basename(file), mapping: blank, state: 'reading', actor }, tools),
  );
  try {
    const read = await readFile(createReadStream(file), (rows) => inTransaction(db, (tx) => addRows(tx, key, rows)));
    const fields = await contactFields(db);
    const guessed = guessMapping(
      read.headers,
      read.first.map(({ cells }) => cells),
      fields,
    );
    const mapping = mapped(guessed, { headers: read.headers, fields, values: call.values });
    for (const [place, header] of read.headers.entries())
      call.say(`${header}: ${wordOf(mapping.columns[place], fields)}`);
    const taken: ImportRecord = { ...began, state: 'checking', headers: read.headers, rows: read.rows, mapping };
    await inTransaction(db, (tx) => saveImport(tx, taken));
    return taken;
  } catch (error) {
    await inTransaction(db, (tx) => saveImport(tx, { ...began, state: 'cancelled', endedAt: new Date(tools.clock()) }));
    throw error instanceof FileRefused ? new Error(tell(inEnglish, error.why)) : error;
  }
}

async function carryOut(
  db: Database,
  { portfolioId, id, rows }: ImportRecord,
  { call, tools }: Pick<Taking, 'call' | 'tools'>,
): Promise<number> {
  const until = async (state: ImportRecord['state']): Promise<ImportRecord> => {
    for (;;) {
      const now = await importById(db, [portfolioId], id);
      if (!now) throw new Error('The list was forgotten meanwhile.');
      if (now.state === state) return now;
      const stepped = await inTransaction(db, (tx) => stepImport(tx, { policy: defaultPolicy, tools }));
      // A running service is at it.
      if (!stepped) await sleep(lookAgainMs);
    }
  };
  const checked = await until('checked');
  const would = await importShown(db, checked);
  if (!call.values.run) {
    await inTransaction(db, (tx) =>
      saveImport(tx, { ...checked, state: 'cancelled', endedAt: new Date(tools.clock()) }),
    );
    await sayRows(db, checked, call);
    call.print(`Would be: ${told(would.counts)}. Nothing was changed; add --run.`, {
      id,
      dryRun: true,
      counts: would.counts,
      reasons: would.reasons,
    });
    return 0;
  }
  await inTransaction(db, async (tx) => {
    await saveImport(tx, { ...checked, state: 'running', line: 0 });
    const about = { portfolio: portfolioId, subject: { kind: 'import' as const, id }, detail: { rows } };
    await noteAct(tx, { kind: 'operator' }, { act: 'contacts_imported', ...about });
  });
  const done = await until('done');
  const { counts, reasons } = await importShown(db, done);
  await sayRows(db, done, call);
  call.print(`Done: ${told(counts)}.`, { id, dryRun: false, counts, reasons });
  return 0;
}

/** By line and reason alone: what stands in them is the reader's own file. */
async function sayRows(db: Database, one: ImportRecord, { say }: Call): Promise<void> {
  for await (const { line, reason, ofLine } of everyImportRow(db, one))
    if (reason !== null)
      say(`line ${line}: ${reason.replaceAll('_', ' ')}${ofLine === null ? '' : ` of line ${ofLine}`}`);
}

const told = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([what, rows]) => `${rows} ${what}`)
    .join(', ');

interface Named {
  headers: readonly string[];
  fields: readonly Field[];
  values: Values;
}

function mapped(guessed: Mapping, { headers, fields, values }: Named): Mapping {
  const columns = [...guessed.columns];
  for (const one of Array.isArray(values.map) ? values.map.map(String) : []) {
    const [header, what] = [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)];
    const place = headers.findIndex((each) => each.toLowerCase() === header.toLowerCase());
    if (place < 0) throw new UsageError(`There is no column “${header}”.`);
    columns[place] = targetOf(what, fields);
  }
  return {
    columns,
    country: typeof values.country === 'string' ? values.country : null,
    byUsername: values['by-username'] === true,
    createTags: values['create-tags'] === true,
  };
}

function targetOf(what: string, fields: readonly Field[]): ImportTarget | null {
  if (what === '') return null;
  const kind = kinds.find((one) => one === what);
  if (kind) return { kind };
  const [, of, name = ''] = /^(field|external_id):(.+)$/.exec(what) ?? [];
  const field = fields.find((one) => !one.archived && one.name.toLowerCase() === name.toLowerCase());
  if (!of) throw new UsageError(`A column is ${kinds.join(', ')}, field:NAME or external_id:NAME, not “${what}”.`);
  if (!field) throw new Error(`There is no field “${name}”. Make it under Settings first.`);
  return { kind: of as 'field' | 'external_id', field: field.id };
}

function wordOf(target: ImportTarget | null | undefined, fields: readonly Field[]): string {
  if (!target) return 'left out';
  const field = 'field' in target ? fields.find(({ id }) => id === target.field)?.name : undefined;
  return field === undefined ? target.kind : `${target.kind} ${field}`;
}
