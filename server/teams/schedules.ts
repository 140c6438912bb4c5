// The teams room, hours of business. Owns schedules.

import type { Reader, Transaction } from '../db/connect.ts';
import type { Schedule } from './rules-hours.ts';
import type { Saved } from './store.ts';

export interface NamedSchedule extends Schedule {
  id: string;
  name: string;
}

export async function allSchedules(db: Reader): Promise<NamedSchedule[]> {
  return await db.sql<NamedSchedule[]>`
    select id, name, time_zone as "timeZone", week, holidays from schedules order by lower(name)`;
}

export async function saveSchedule(
  tx: Transaction,
  { id, name, timeZone, week, holidays, isNew }: NamedSchedule & { isNew: boolean },
): Promise<Saved> {
  const [other] = await tx.sql`select 1 from schedules where lower(name) = lower(${name}) and id <> ${id}`;
  if (other) return 'name_taken';
  const days = JSON.stringify(week);
  const closed = JSON.stringify([...new Set(holidays)].sort());
  const rows = isNew
    ? await tx.sql`
        insert into schedules (id, name, time_zone, week, holidays)
        values (${id}, ${name}, ${timeZone}, ${days}::text::jsonb, ${closed}::text::jsonb) on conflict do nothing`
    : await tx.sql`
        update schedules set name = ${name}, time_zone = ${timeZone}, week = ${days}::text::jsonb, holidays = ${closed}::text::jsonb
        where id = ${id}`;
  if (rows.count === 0) return isNew ? 'name_taken' : 'unknown';
  return 'saved';
}

/** Numbers that went by it count around the clock from then on. @returns whether there was such a schedule. */
export async function removeSchedule(tx: Transaction, id: string): Promise<boolean> {
  await tx.sql`update routing set schedule_id = null where schedule_id = ${id}`;
  const rows = await tx.sql`delete from schedules where id = ${id}`;
  return rows.count > 0;
}
