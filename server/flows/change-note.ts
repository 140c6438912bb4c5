// A note is edited or deleted by whoever wrote it, by nobody else. What it said before is kept.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { wordsOf } from '../conversations/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { calledBy, callPeople, noteToChange, changeNote as saveChange } from '../notes/store.ts';
import { type Calling, findCalled } from './find-called.ts';
import type { Tools } from './tools.ts';

export interface NoteEdit {
  noteId: string;
  conversationId: string;
  authorId: string;
  /** Null: it is deleted. */
  to: { text: string; mentions: readonly Calling[] } | null;
}

export type NoteEditOutcome =
  | { kind: 'changed' }
  | { kind: 'no_note' }
  | { kind: 'not_yours'; author: string }
  | { kind: 'nobody_called_so'; id: string };

export async function changeNote(
  tx: Transaction,
  portfolioId: PortfolioId,
  edit: NoteEdit,
  tools: Tools,
): Promise<NoteEditOutcome> {
  const { noteId, conversationId, authorId, to } = edit;
  const note = await noteToChange(tx, portfolioId, noteId);
  if (!note || note.conversationId !== conversationId) return { kind: 'no_note' };
  if (note.authorId !== authorId) return { kind: 'not_yours', author: note.authorName };
  if (note.deletedAt) return to === null ? { kind: 'changed' } : { kind: 'no_note' };
  const found = await findCalled(tx, to?.mentions ?? []);
  if (found.kind === 'nobody_called_so') return found;
  const at = tools.clock();
  const before = await calledBy(tx, portfolioId, noteId);
  const userIds = found.userIds.filter((id) => id !== authorId);
  const by = to === null ? 'delete' : 'edit';
  const text = to?.text ?? '';
  await saveChange(tx, portfolioId, { id: noteId, text, words: wordsOf(text), mentions: found.called, at, by });
  await callPeople(tx, portfolioId, { noteId, userIds, at });
  await record(tx, portfolioId, [
    { kind: 'conversation', subjectId: conversationId },
    ...[...new Set([...before, ...userIds])].map((subjectId) => ({ kind: 'mention' as const, subjectId })),
  ]);
  return { kind: 'changed' };
}
