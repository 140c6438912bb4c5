// What agents would see of a portfolio, in words that do not depend on ids: for comparing and for reading in failures.

import type { Contact, Conversation, TimelineItem } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Database } from '../db/connect.ts';
import { listContacts } from '../views/contacts.ts';
import { conversationById, listConversations } from '../views/conversation-list.ts';
import { timeline } from '../views/timeline.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { epoch } from './names.ts';

export interface SeenThread {
  conversation: Conversation;
  items: TimelineItem[];
}

/** Every thread with its timeline, oldest thread first. */
export async function threadsSeen(db: Database, portfolioId: PortfolioId): Promise<SeenThread[]> {
  const { data } = await listConversations(db, within(inEnglish, portfolioId), { limit: 200 });
  const seen = await Promise.all(
    data.map(async (conversation) => {
      const found = await conversationById(db, within(inEnglish, portfolioId), conversation.id);
      if (!found) throw new Error('a listed thread is not to be found');
      const page = await timeline(db, found, { limit: 200, order: 'oldest' });
      return { conversation, items: page.data };
    }),
  );
  return seen.reverse();
}

/** One line an item, but for what was done with the thread: "1 in text hello received", "5 notice number_changed R17", "7 call in missed". */
export function lines({ items }: SeenThread): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'work') return [];
    const at = secondsOf(item.at);
    if (item.kind === 'notice') return `${at} notice ${item.type} ${item.rule}`;
    if (item.kind === 'call') return `${at} call ${item.direction} ${item.status}`;
    if (item.kind === 'note') return `${at} note ${item.author.name} ${item.text.body}`;
    return `${at} ${item.direction} ${item.type} ${item.summary} ${item.status}`;
  });
}

/** Everything, free of ids: equal for two databases where agents would see no difference. */
export async function story(db: Database, portfolioId: PortfolioId): Promise<string[]> {
  const threads = await threadsSeen(db, portfolioId);
  const contacts = (await listContacts(db, within(inEnglish, portfolioId), { limit: 200 })).data;
  const notices = (item: TimelineItem) => (item.kind === 'notice' ? [item.title, item.detail] : []);
  return [
    ...contacts.map((one) => JSON.stringify(['contact', ...about(one)])),
    // Notices of one event stand at one place; which of them is above the other is not told by anything.
    ...threads.map((one) =>
      JSON.stringify([
        'thread',
        ...summary(one.conversation),
        said(one),
        told(one).sort(),
        one.items.flatMap(notices).sort(),
      ]),
    ),
  ]
    .map(untagged)
    .sort();
}

const told = (thread: SeenThread) => lines(thread).filter((line) => line.includes(' notice '));
const said = (thread: SeenThread) => lines(thread).filter((line) => !line.includes(' notice '));

function about(contact: Contact): unknown[] {
  const { displayName, identifier, phones, marketing, firstSeenAt, lastSeenAt, numberHiddenSince } = contact;
  return [displayName, identifier, phones, marketing, firstSeenAt, lastSeenAt, numberHiddenSince ?? null];
}

function summary(one: Conversation): unknown[] {
  const { businessNumber, contact, lastItem, lastItemAt, windowClosesAt, waitingSince, unread, state } = one;
  const shown = [businessNumber.id, contact.displayName, contact.identifier, contact.numberHidden, lastItem];
  return [...shown, lastItemAt, windowClosesAt, waitingSince, unread, state];
}

/** The tag of somebody without any name is random. */
function untagged(line: string): string {
  return line.replaceAll(/WhatsApp user [0-9a-f]{4}/g, 'WhatsApp user ····');
}

export function secondsOf(iso: string | null): number | null {
  return iso === null ? null : (Date.parse(iso) - epoch) / 1000;
}
