// The labels room: tags, fields of one's own, and what of them stands on people and threads.
// Owns tags, fields, contact_tags, contact_values, conversation_tags, conversation_values.
// Promises: what was noted is never thrown away by joining or parting people: see on-contacts.ts; an archived tag or field stays where it is.

import type { Field, FieldSubject, Tag } from '@throughline/contract';
import type { Reader, Transaction } from '../db/connect.ts';

export async function tags(db: Reader): Promise<Tag[]> {
  return await db.sql<Tag[]>`select id, name, color, archived from tags order by lower(name), id`;
}

export async function tagById(db: Reader, id: string): Promise<Tag | undefined> {
  const [row] = await db.sql<Tag[]>`select id, name, color, archived from tags where id = ${id}`;
  return row;
}

/** False where another one that is in use has the name. */
export async function saveTag(tx: Transaction, { id, name, color, archived }: Tag): Promise<boolean> {
  const taken = archived
    ? []
    : await tx.sql`select from tags where lower(name) = lower(${name}) and not archived and id <> ${id}`;
  if (taken.length > 0) return false;
  await tx.sql`
    insert into tags (id, name, color, archived) values (${id}, ${name}, ${color}, ${archived})
    on conflict (id) do update set name = excluded.name, color = excluded.color, archived = excluded.archived`;
  return true;
}

export async function fields(db: Reader, subject?: FieldSubject): Promise<Field[]> {
  return await db.sql<Field[]>`
    select id, subject, name, kind, choices, required, place, archived from fields
    where ${subject ?? null}::text is null or subject = ${subject ?? null}::text order by subject, place, id`;
}

export async function fieldById(db: Reader, id: string): Promise<Field | undefined> {
  const [row] = await db.sql<Field[]>`
    select id, subject, name, kind, choices, required, place, archived from fields where id = ${id}`;
  return row;
}

/** False where another one of the same subject that is in use has the name. */
export async function saveField(tx: Transaction, field: Field): Promise<boolean> {
  const { id, subject, name, kind, choices, required, place, archived } = field;
  const taken = archived
    ? []
    : await tx.sql`
        select from fields where subject = ${subject} and lower(name) = lower(${name}) and not archived and id <> ${id}`;
  if (taken.length > 0) return false;
  await tx.sql`
    insert into fields (id, subject, name, kind, choices, required, place, archived)
    values (${id}, ${subject}, ${name}, ${kind}, ${JSON.stringify(choices)}::text::jsonb, ${required}, ${place}, ${archived})
    on conflict (id) do update set name = excluded.name, choices = excluded.choices, required = excluded.required,
      place = excluded.place, archived = excluded.archived`;
  return true;
}

/** Definitions are few, and changed by few: whoever changes one waits for the others. */
export async function lockLabels(tx: Transaction): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(7470022)`;
}
