// The exports room, what is made again and again: see store.ts.

import type { ExportFormat, Language } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import type { Rhythm } from './rules-schedule.ts';
import type { Asked, ExportKey } from './shapes.ts';
import { type Dropped, endExport, type Portfolios } from './store.ts';

export interface ScheduleRow extends Omit<Asked, 'from' | 'until'>, ExportKey, Rhythm {
  name: string;
  format: ExportFormat;
  phones: 'shown' | 'masked';
  language: Language;
  lastDays: number | null;
  keep: number;
  paused: boolean;
  nextAt: Date | null;
  createdAt: Date;
  createdBy: string;
  createdName: string;
}

const columns = fragment`
  portfolio_id as "portfolioId", id, name, kind, format, phone_number_id as "phoneNumberId", tag_id as "tagId", accounts, phones, language,
  last_days as "lastDays", every, day, clock, zone, keep, paused, next_at as "nextAt", created_at as "createdAt", created_by as "createdBy",
  created_name as "createdName"`;

export async function addSchedule(tx: Transaction, one: ScheduleRow): Promise<void> {
  await tx.sql`
    insert into export_schedules (portfolio_id, id, name, kind, format, phone_number_id, tag_id, accounts, phones, language, last_days, every, day,
                                  clock, zone, keep, paused, next_at, created_at, created_by, created_name)
    values (${one.portfolioId}, ${one.id}, ${one.name}, ${one.kind}, ${one.format}, ${one.phoneNumberId}, ${one.tagId}, ${one.accounts},
            ${one.phones}, ${one.language}, ${one.lastDays}, ${one.every}, ${one.day}, ${one.clock}, ${one.zone}, ${one.keep}, ${one.paused},
            ${one.nextAt}, ${one.createdAt}, ${one.createdBy}, ${one.createdName})`;
}

const among = (portfolios: Portfolios) =>
  portfolios === 'all' ? fragment`true` : fragment`portfolio_id = any(${[...portfolios]}::text[])`;

export async function schedulesOf(db: Reader, portfolios: Portfolios): Promise<ScheduleRow[]> {
  return await db.sql<ScheduleRow[]>`
    select ${columns} from export_schedules where ${among(portfolios)} order by created_at, id`;
}

export async function scheduleById(
  db: Reader,
  portfolios: Portfolios,
  id: string,
  lock = false,
): Promise<ScheduleRow | undefined> {
  const [row] = await db.sql<ScheduleRow[]>`
    select ${columns} from export_schedules where id = ${id} and ${among(portfolios)} ${lock ? fragment`for no key update` : fragment``}`;
  return row;
}

export async function countSchedules(db: Reader, portfolioId: PortfolioId): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from export_schedules where portfolio_id = ${portfolioId}`;
  return row?.count ?? 0;
}

/** One whose time has come, locked. */
export async function dueSchedule(tx: Transaction, now: Date): Promise<ScheduleRow | undefined> {
  const [row] = await tx.sql<ScheduleRow[]>`
    select ${columns} from export_schedules where next_at <= ${now} order by next_at limit 1 for no key update skip locked`;
  return row;
}

/** When it comes next; null: paused. */
export async function setNext(tx: Transaction, { portfolioId, id }: ExportKey, next: Date | null): Promise<void> {
  await tx.sql`
    update export_schedules set next_at = ${next}, paused = ${next === null} where portfolio_id = ${portfolioId} and id = ${id}`;
}

/** With the files it made. Answers those whose objects are to be removed. */
export async function removeSchedule(tx: Transaction, { portfolioId, id }: ExportKey, at: Date): Promise<Dropped[]> {
  await tx.sql`delete from export_schedules where portfolio_id = ${portfolioId} and id = ${id}`;
  const made = await tx.sql<ExportKey[]>`
    select portfolio_id as "portfolioId", id from exports
    where portfolio_id = ${portfolioId} and schedule_id = ${id} and state in ('queued', 'running', 'ready') order by id for no key update`;
  const files: Dropped[] = [];
  for (const one of made)
    files.push(...((file) => (file ? [file] : []))(await endExport(tx, one, { state: 'cancelled', at })));
  return files;
}
