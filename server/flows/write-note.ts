// A note beside a thread: colleagues see it at once, those it calls are told, and the customer never hears of it.

import { type PortfolioId, tieOf } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { newestMessage } from '../conversations/references.ts';
import { wordsOf } from '../conversations/rules-words.ts';
import { threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { dropDraft } from '../drafts/store.ts';
import { addNote, callPeople } from '../notes/store.ts';
import { type Calling, findCalled } from './find-called.ts';
import type { Tools } from './tools.ts';

export interface Writing {
  conversationId: string;
  portfolios: readonly PortfolioId[] | 'all';
  text: string;
  mentions: readonly Calling[];
  author: { id: string; name: string };
  /** The author, where it is a person signed in here. */
  userId?: string | undefined;
}

export type NoteOutcome =
  | { kind: 'noted'; noteId: string; conversationId: string; portfolioId: PortfolioId }
  | { kind: 'no_conversation' }
  | { kind: 'nobody_called_so'; id: string };

export async function writeNote(tx: Transaction, writing: Writing, tools: Tools): Promise<NoteOutcome> {
  // Locked, so that it cannot be joined into another between here and the commit.
  const thread = await threadById(tx, writing.portfolios, writing.conversationId, true);
  if (!thread) return { kind: 'no_conversation' };
  const found = await findCalled(tx, writing.mentions);
  if (found.kind === 'nobody_called_so') return found;
  const { portfolioId, id: conversationId } = thread;
  const noteId = tools.newId();
  const at = tools.clock();
  const aboutId = (await newestMessage(tx, portfolioId, conversationId)) ?? null;
  const { text, author } = writing;
  await addNote(tx, portfolioId, {
    id: noteId,
    conversationId,
    aboutId,
    at,
    tie: tieOf(tools.keyed(noteId), {}),
    text,
    words: wordsOf(text),
    mentions: found.called,
    author,
  });
  if (writing.userId) await dropDraft(tx, portfolioId, { conversationId, userId: writing.userId, kind: 'note' });
  const userIds = found.userIds.filter((id) => id !== author.id);
  await callPeople(tx, portfolioId, { noteId, userIds, at });
  await record(tx, portfolioId, [
    { kind: 'conversation', subjectId: conversationId },
    ...userIds.map((subjectId) => ({ kind: 'mention' as const, subjectId })),
  ]);
  return { kind: 'noted', noteId, conversationId, portfolioId };
}
