// Notes as the timeline shows them, what they said before, and whom they can call.

import type { Colleague, NoteItem, NoteVersion } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { colleagues as people } from '../access/colleagues.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { allTeams } from '../notes/called.ts';

export interface NoteRow {
  id: string;
  conversationId: string;
  at: Date;
  text: string;
  mentions: NoteItem['mentions'];
  authorId: string;
  authorName: string;
  editedAt: Date | null;
  deletedAt: Date | null;
}

/** For a selection of `notes m`. */
export const noteColumns = fragment`
    m.id, m.conversation_id as "conversationId", m.at, m.text, m.mentions, m.author_id as "authorId", m.author_name as "authorName",
    m.edited_at as "editedAt", m.deleted_at as "deletedAt"`;

export function noteItem(row: NoteRow): NoteItem {
  return {
    kind: 'note',
    id: row.id,
    conversationId: row.conversationId,
    at: row.at.toISOString(),
    direction: 'none',
    text: { body: row.text },
    mentions: row.mentions,
    author: { id: row.authorId, name: row.authorName },
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

export async function noteById(db: Reader, portfolioId: PortfolioId, id: string): Promise<NoteItem | undefined> {
  const [row] = await db.sql<NoteRow[]>`
    select ${noteColumns} from notes m where m.portfolio_id = ${portfolioId} and m.id = ${id}`;
  return row && noteItem(row);
}

/** Oldest first. */
export async function noteVersions(db: Reader, portfolioId: PortfolioId, id: string): Promise<NoteVersion[]> {
  const rows = await db.sql<{ text: string; endedBy: NoteVersion['endedBy']; endedAt: Date }[]>`
    select text, ended_by as "endedBy", ended_at as "endedAt" from note_versions
    where portfolio_id = ${portfolioId} and note_id = ${id} order by number`;
  return rows.map((row) => ({ ...row, endedAt: row.endedAt.toISOString() }));
}

/** Whom a note can call. */
export async function callable(db: Reader): Promise<Colleague[]> {
  const [persons, teams] = await Promise.all([people(db), allTeams(db)]);
  return [
    ...persons.map((one) => ({ kind: 'person' as const, ...one })),
    ...teams.map((one) => ({ kind: 'team' as const, ...one })),
  ];
}
