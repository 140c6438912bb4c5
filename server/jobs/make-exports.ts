// Time's door to exports: makes those that wait, one at a time, and takes away those whose time is over. A process that dies leaves nothing but
// a part of a file nobody knows of; whoever comes next begins that export again.

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ExportProblem } from '@throughline/contract';
import type { Logger } from 'pino';
import type { Blobs } from '../blobs/blobs.ts';
import type { Taken } from '../blobs/intake.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { inSnapshot } from '../db/snapshot.ts';
import { encode } from '../exports/encode.ts';
import type { Row } from '../exports/shapes.ts';
import { type ExportRow, forgetExports, noteFailure, noteRows } from '../exports/store.ts';
import { beginExport } from '../flows/begin-export.ts';
import { expireExports } from '../flows/drop-export-files.ts';
import { keepExport } from '../flows/keep-export.ts';
import { makeScheduledExport } from '../flows/make-scheduled-exports.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { exportTable } from '../views/exports/table.ts';
import { languageNamed } from '../words/languages.ts';
import { inEnglish, type Viewer } from '../words/viewer.ts';

export interface MakingExports {
  db: Database;
  blobs: Blobs;
  tools: Tools;
  log: Logger;
}

/** One of them. Answers 0 where none waits. */
export async function makeExports(parts: MakingExports): Promise<number> {
  const { db, tools, log } = parts;
  const by = randomUUID();
  const now = tools.clock();
  const lending = { by, now: new Date(now), until: new Date(now + limits.exportLeaseMs) };
  const begun = await inTransaction(db, (tx) => beginExport(tx, lending));
  if (!begun) return 0;
  if (begun.kind === 'given_up') return 1;
  const { row: claimed } = begun;
  const making = new Making(parts, begun, by);
  try {
    await making.make();
  } catch (error) {
    const problem = problemOf(error);
    const again = claimed.attempts < limits.exportAttempts && !(error instanceof NoRoomError);
    log.error({
      event: 'export_not_made',
      export: claimed.id,
      error: error instanceof Error ? error.name : 'unknown',
      again,
    });
    await inTransaction(db, (tx) => noteFailure(tx, claimed, { by, at: new Date(tools.clock()), problem, again }));
  }
  return 1;
}

/** Writes down what schedules want made now. Answers how many. */
export async function scheduleExports({
  db,
  tools,
  wakeExports,
}: Pick<MakingExports, 'db' | 'tools'> & { wakeExports: () => void }): Promise<number> {
  const made = await inTransaction(db, (tx) => makeScheduledExport(tx, tools));
  if (made > 0) wakeExports();
  return made;
}

/** Takes away files whose time is over, and forgets what is long over. Answers how many. */
export async function sweepExports({ db, tools }: Pick<MakingExports, 'db' | 'tools'>): Promise<number> {
  const now = new Date(tools.clock());
  const known = new Date(tools.clock() - limits.exportKnownDays * 86_400_000);
  return await inTransaction(
    db,
    async (tx) =>
      (await expireExports(tx, now, limits.exportsAtOnce)) + (await forgetExports(tx, known, limits.mediaSweepRows)),
  );
}

class NoRoomError extends Error {}
class UnreachableError extends Error {}
/** Nobody wants it any more. */
class CalledOffError extends Error {}

function problemOf(error: unknown): ExportProblem {
  if (error instanceof NoRoomError) return 'storage_full';
  return error instanceof UnreachableError ? 'storage_unreachable' : 'failed';
}

/** What a row takes in a file, generously: only to see beforehand whether there is room at all. */
const guessedRowBytes = 300;

class Making {
  readonly #parts: MakingExports;
  readonly #row: ExportRow;
  readonly #used: number;
  readonly #by: string;
  #done = 0;
  #total = 0;

  constructor(parts: MakingExports, { row, used }: { row: ExportRow; used: number }, by: string) {
    this.#parts = parts;
    this.#row = row;
    this.#used = used;
    this.#by = by;
  }

  async make(): Promise<void> {
    const { db, blobs, tools, log } = this.#parts;
    let calledOff = false;
    const timer = setInterval(async () => {
      const heard = await this.#say().catch(() => true);
      if (!heard) calledOff = true;
    }, limits.exportRenewMs);
    try {
      const taken = await this.#takeIn(() => calledOff);
      if (!taken) return;
      const { object, store, key, size } = await blobs.store(this.#row.portfolioId, taken).catch(async () => {
        await taken.drop();
        throw new UnreachableError('The file could not be put into the store.');
      });
      const file = { object, store, key, size };
      const at = new Date(tools.clock());
      const kept = await inTransaction(db, (tx) =>
        keepExport(tx, this.#row, { by: this.#by, at, rows: this.#done, file }),
      );
      log.info({
        event: kept ? 'export_made' : 'export_not_wanted',
        export: this.#row.id,
        rows: this.#done,
        bytes: size,
      });
    } finally {
      clearInterval(timer);
    }
  }

  /** Everything read in one moment, and on this disk before anything is sent anywhere. Undefined where it was called off. */
  async #takeIn(calledOff: () => boolean): Promise<Taken | undefined> {
    const { db, blobs } = this.#parts;
    const row = this.#row;
    try {
      return await inSnapshot(db, async (tx) => {
        const table = await exportTable(tx, viewerFor(row), row);
        this.#total = table.total;
        const room = await blobs.reserve(guessedRowBytes * table.total, this.#used);
        if (!room) throw new NoRoomError('There is no room for the file.');
        try {
          const batches = this.#counted(table.batches, calledOff);
          const bytes = Readable.from(encode(row.format, { columns: table.columns, batches }));
          return await blobs.take(bytes, blobs.quotaBytes);
        } finally {
          room.giveBack();
        }
      });
    } catch (error) {
      if (error instanceof CalledOffError) return undefined;
      throw error;
    }
  }

  async *#counted(batches: AsyncIterable<readonly Row[]>, calledOff: () => boolean): AsyncGenerator<readonly Row[]> {
    let said = 0;
    for await (const rows of batches) {
      if (calledOff()) throw new CalledOffError();
      yield rows;
      this.#done += rows.length;
      if (Date.now() - said < limits.exportProgressMs) continue;
      said = Date.now();
      if (!(await this.#say())) throw new CalledOffError();
    }
  }

  async #say(): Promise<boolean> {
    const { db, tools } = this.#parts;
    const until = new Date(tools.clock() + limits.exportLeaseMs);
    const progress = { by: this.#by, until, done: this.#done, total: Math.max(this.#total, this.#done) };
    return await inTransaction(db, (tx) => noteRows(tx, this.#row, progress));
  }
}

function viewerFor({ language, phones, portfolioId }: ExportRow): Viewer {
  return { ...inEnglish, ...languageNamed(language), phones, portfolios: [portfolioId] };
}
