// The notes room: what colleagues say to one another beside a thread, and whom they call. Owns notes, note_versions, note_mentions.
// Promises: nothing here is ever owed to Meta; what a note said before it was edited or deleted is kept; a note stands in the thread
// of the message it was written under, wherever that goes.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { cleanText, rowsOf, timestamp } from '../db/rows.ts';

export interface Called {
  kind: 'person' | 'team';
  id: string;
  name: string;
}

export interface NewNote {
  id: string;
  conversationId: string;
  /** The message it was written under. */
  aboutId: string | null;
  at: number;
  tie: string;
  text: string;
  /** What it is found by. */
  words: readonly string[];
  mentions: readonly Called[];
  author: { id: string; name: string };
}

export interface NoteRow {
  id: string;
  conversationId: string;
  text: string;
  mentions: Called[];
  authorId: string;
  authorName: string;
  deletedAt: Date | null;
}

export async function addNote(tx: Transaction, portfolioId: PortfolioId, note: NewNote): Promise<void> {
  await tx.sql`
    insert into notes (portfolio_id, id, conversation_id, about_id, at, tie, text, words, mentions, author_id, author_name)
    values (${portfolioId}, ${note.id}, ${note.conversationId}, ${note.aboutId}, ${timestamp(note.at)}::timestamptz, ${note.tie},
            ${cleanText(note.text)}, array_to_tsvector(${[...note.words]}::text[]), ${rowsOf(note.mentions)}::text::jsonb, ${note.author.id}, ${note.author.name})`;
}

/** Locked where it is about to be changed. */
export async function noteToChange(
  tx: Transaction,
  portfolioId: PortfolioId,
  id: string,
): Promise<NoteRow | undefined> {
  const [row] = await tx.sql<NoteRow[]>`
    select id, conversation_id as "conversationId", text, mentions, author_id as "authorId", author_name as "authorName",
           deleted_at as "deletedAt"
    from notes where portfolio_id = ${portfolioId} and id = ${id} for update`;
  return row;
}

export interface NoteChange {
  text: string;
  words: readonly string[];
  mentions: readonly Called[];
  at: number;
  by: 'edit' | 'delete';
}

/** What it said until now becomes a version. Whoever asks has locked it. */
export async function changeNote(
  tx: Transaction,
  portfolioId: PortfolioId,
  { id, text, words, mentions, at, by }: NoteChange & { id: string },
): Promise<void> {
  const when = timestamp(at);
  await tx.sql`
    insert into note_versions (portfolio_id, note_id, number, text, mentions, ended_by, ended_at)
    select n.portfolio_id, n.id,
           1 + (select count(*) from note_versions v where v.portfolio_id = n.portfolio_id and v.note_id = n.id)::int,
           n.text, n.mentions, ${by}, ${when}::timestamptz
    from notes n where n.portfolio_id = ${portfolioId} and n.id = ${id}`;
  await tx.sql`
    update notes set text = ${cleanText(text)}, words = array_to_tsvector(${[...words]}::text[]), mentions = ${rowsOf(mentions)}::text::jsonb,
      edited_at = case when ${by} = 'edit' then ${when}::timestamptz else edited_at end,
      deleted_at = case when ${by} = 'delete' then ${when}::timestamptz end
    where portfolio_id = ${portfolioId} and id = ${id}`;
}

/** Some of those that have no words yet, of all portfolios. */
export async function wordlessNotes(
  tx: Transaction,
  limit: number,
): Promise<{ portfolioId: PortfolioId; id: string; text: string }[]> {
  return await tx.sql<{ portfolioId: PortfolioId; id: string; text: string }[]>`
    select portfolio_id as "portfolioId", id, text from notes where words is null limit ${limit} for update skip locked`;
}

/** What these notes are found by. */
export async function giveNotesWords(
  tx: Transaction,
  notes: readonly { portfolioId: PortfolioId; id: string; words: readonly string[] }[],
): Promise<void> {
  if (notes.length === 0) return;
  await tx.sql`
    update notes n set words = array_to_tsvector(r.words)
    from json_to_recordset(${rowsOf(notes)}::text::json) as r ("portfolioId" text, id uuid, words text[])
    where n.portfolio_id = r."portfolioId" and n.id = r.id`;
}

/** Calls these people to a note, and nobody else any more. Who has seen that they were called keeps that. */
export async function callPeople(
  tx: Transaction,
  portfolioId: PortfolioId,
  { noteId, userIds, at }: { noteId: string; userIds: readonly string[]; at: number },
): Promise<void> {
  const ids = [...userIds];
  await tx.sql`
    delete from note_mentions where portfolio_id = ${portfolioId} and note_id = ${noteId} and user_id <> all(${ids}::uuid[])`;
  await tx.sql`
    insert into note_mentions (portfolio_id, note_id, user_id, at)
    select ${portfolioId}, ${noteId}, u, ${timestamp(at)}::timestamptz from unnest(${ids}::uuid[]) u on conflict do nothing`;
}

/** Whom a note calls now. */
export async function calledBy(db: Reader, portfolioId: PortfolioId, noteId: string): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    select user_id as id from note_mentions where portfolio_id = ${portfolioId} and note_id = ${noteId}`;
  return rows.map((row) => row.id);
}

/** A person has seen what called them in a thread. Answers how many that were. */
export async function readMentions(
  tx: Transaction,
  portfolioId: PortfolioId,
  { userId, conversationId, at }: { userId: string; conversationId: string; at: number },
): Promise<number> {
  const rows = await tx.sql`
    update note_mentions m set read_at = ${timestamp(at)}::timestamptz from notes n
    where m.portfolio_id = ${portfolioId} and m.user_id = ${userId} and m.read_at is null
      and n.portfolio_id = m.portfolio_id and n.id = m.note_id and n.conversation_id = ${conversationId}`;
  return rows.count;
}

export interface Leaving {
  /** Threads concerned by a plan. */
  threads: readonly string[];
  retired: readonly { id: string; into: string }[];
}

/** After messages moved between threads: each note stands where its message does; one without a message goes with its thread. */
export async function followNotes(tx: Transaction, portfolioId: PortfolioId, leaving: Leaving): Promise<void> {
  const { threads, retired } = leaving;
  if (threads.length > 0)
    await tx.sql`
      update notes n set conversation_id = m.conversation_id from messages m
      where n.portfolio_id = ${portfolioId} and n.conversation_id = any(${[...threads]}::uuid[])
        and m.portfolio_id = n.portfolio_id and m.id = n.about_id and m.conversation_id <> n.conversation_id`;
  if (retired.length > 0)
    await tx.sql`
      update notes n set conversation_id = r."into" from json_to_recordset(${rowsOf(retired)}::text::json) as r (id uuid, "into" uuid)
      where n.portfolio_id = ${portfolioId} and n.conversation_id = r.id`;
}
