// The one place where a message of ours comes into being: the message and what Meta is owed for it, in one commit.

import { type Address, type PortfolioId, tieOf } from '@throughline/identity';
import { buildSend, type MarketingOptions } from '@throughline/whatsapp';
import { record } from '../changes/store.ts';
import { contactIdsOf } from '../contacts/store.ts';
import { keepHeldAnswer } from '../conversations/held-answers.ts';
import { News } from '../conversations/rules-news.ts';
import type { NewMessage, ThreadNews } from '../conversations/shapes.ts';
import { addMessages, type ThreadRow, tell } from '../conversations/store.ts';
import { workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import { type Owed, owe, priorities } from '../outbound/store.ts';
import type { Composed } from './compose-content.ts';
import { contentSources, type FileUse } from './content-sources.ts';
import { type Answerer, noteWork } from './note-work.ts';
import type { Tools } from './tools.ts';

export interface Outgoing {
  /** Locked by whoever asks, where an order within the thread matters. */
  thread: Pick<ThreadRow, 'id' | 'phoneNumberId' | 'holderId'>;
  address: Exclude<Address, { kind: 'held' }>;
  composed: Composed;
  author: string;
  /** The author, where it is a person signed in here. */
  agent?: Answerer | undefined;
  /** Of the message; a new one where it is left out. */
  id?: string;
  /** Held for so long before it may go, so that its author can take it back. */
  holdMs?: number;
  priority?: (typeof priorities)[keyof typeof priorities];
  /** By the marketing endpoint, with what Meta may do there. */
  marketing?: MarketingOptions;
}

/**
 * All of one portfolio, written by a handful of statements however many they are. Within a thread they go out in this order. Answers
 * the messages' ids, in the order given.
 */
export async function queueMessages(
  tx: Transaction,
  portfolioId: PortfolioId,
  outgoing: readonly Outgoing[],
  tools: Tools,
): Promise<string[]> {
  const at = tools.clock();
  const made = outgoing.map((one) => {
    const id = one.id ?? tools.newId();
    return { one, id, message: messageOf(one, { id, at, tie: tieOf(tools.keyed(id), {}) }) };
  });
  const news = new News();
  for (const { message } of made) news.message(message);
  await addMessages(
    tx,
    portfolioId,
    made.map(({ message }) => message),
  );
  await owe(
    tx,
    made.map(({ one, id }) => debtOf(portfolioId, one, id)),
  );
  await contentSources.useFiles(
    tx,
    made.flatMap(({ one, id }) => usesOf(portfolioId, one, id)),
  );
  const held = made.find(({ one }) => (one.holdMs ?? 0) > 0);
  const note = () => noteAnswers(tx, portfolioId, { outgoing, news: news.all() }, tools);
  if (held) await rememberingWork(tx, portfolioId, { id: held.id, conversationId: held.one.thread.id }, note);
  else await note();
  await noteChanges(tx, portfolioId, outgoing);
  return made.map(({ id }) => id);
}

/** A reply that is held is written alone. */
async function rememberingWork(
  tx: Transaction,
  portfolioId: PortfolioId,
  { id, conversationId }: { id: string; conversationId: string },
  note: () => Promise<void>,
): Promise<void> {
  const [before] = await workOf(tx, portfolioId, [conversationId]);
  await note();
  const [after] = await workOf(tx, portfolioId, [conversationId]);
  if (before && after) await keepHeldAnswer(tx, portfolioId, id, { before, after });
}

/** What a campaign sends to many answers nobody, and begins no work. */
async function noteAnswers(
  tx: Transaction,
  portfolioId: PortfolioId,
  { outgoing, news }: { outgoing: readonly Outgoing[]; news: readonly ThreadNews[] },
  tools: Tools,
): Promise<void> {
  const isCampaign = outgoing.every((one) => one.priority === priorities.campaign);
  if (isCampaign) await tell(tx, portfolioId, news);
  else await noteWork(tx, portfolioId, news, { tools, answerer: outgoing[0]?.agent });
}

function messageOf(
  { thread, address, composed, author }: Outgoing,
  { id, at, tie }: { id: string; at: number; tie: string },
): NewMessage {
  return {
    id,
    conversationId: thread.id,
    phoneNumberId: thread.phoneNumberId,
    wamid: null,
    direction: 'out',
    at,
    tie,
    phone: address.kind === 'phone' ? address.phone : null,
    bsuid: address.kind === 'bsuid' ? address.bsuid : null,
    parent: null,
    type: composed.type,
    body: composed.body,
    summary: composed.summary,
    quotesWamid: composed.quotes ?? null,
    targetWamid: composed.target ?? null,
    emoji: composed.emoji ?? null,
    raw: composed.raw,
    via: 'live',
    author,
    status: 'queued',
  };
}

/** The message's own id goes along and comes back on statuses: the way to recognize a send whose answer was lost. */
function debtOf(portfolioId: PortfolioId, one: Outgoing, messageId: string): Owed {
  const { thread, address, composed, priority, marketing, holdMs = 0 } = one;
  const request = buildSend({
    address,
    content: composed.wire,
    callbackData: messageId,
    ...(composed.quotes && { quotes: composed.quotes }),
    ...(marketing && { marketing }),
  });
  return {
    portfolioId,
    messageId,
    conversationId: thread.id,
    phoneNumberId: thread.phoneNumberId,
    request: { ...request },
    endpoint: marketing ? 'marketing_messages' : 'messages',
    priority: priority ?? priorities.answer,
    awaitsMedia: composed.awaitsMedia,
    holdMs,
  };
}

function usesOf(portfolioId: PortfolioId, { composed }: Outgoing, messageId: string): FileUse[] {
  const { said } = composed.raw;
  const caption =
    said.type === 'image'
      ? said.image.caption
      : said.type === 'video'
        ? said.video.caption
        : said.type === 'document'
          ? said.document.caption
          : undefined;
  return composed.files.map((mediaId) => ({
    portfolioId,
    messageId,
    mediaId,
    caption: caption ?? null,
  }));
}

async function noteChanges(tx: Transaction, portfolioId: PortfolioId, outgoing: readonly Outgoing[]): Promise<void> {
  const threads = new Map(outgoing.map(({ thread }) => [thread.id, thread.holderId]));
  const contacts = await contactIdsOf(tx, portfolioId, [...new Set(threads.values())]);
  await record(
    tx,
    portfolioId,
    [...threads].map(([subjectId, holderId]) => {
      const contactId = contacts.get(holderId);
      return { kind: 'conversation' as const, subjectId, ...(contactId && { contactId }) };
    }),
  );
}
