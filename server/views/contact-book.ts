// The Contact Book's page: what is known of each portfolio's people, and what to do about it.

import type { ContactBook } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { type BookKept, bookOf } from '../numbers/contact-book.ts';
import { portfolioIds } from '../numbers/store.ts';
import { countBook } from './contact-book-counts.ts';
import type { Portfolios } from './conversation-list.ts';

export async function listContactBooks(db: Reader, portfolios: Portfolios, now: number): Promise<ContactBook[]> {
  const ids = portfolios === 'all' ? await portfolioIds(db) : portfolios;
  const books: ContactBook[] = [];
  for (const id of ids) books.push(...((await contactBook(db, id, now)) ?? []));
  return books;
}

/** One portfolio's, in a list; nothing where there is no such portfolio. Counted on the spot where nobody has counted yet. */
export async function contactBook(
  db: Reader,
  portfolioId: PortfolioId,
  now: number,
): Promise<[ContactBook] | undefined> {
  const kept = await bookOf(db, portfolioId);
  if (!kept) return undefined;
  const { at, counts } = kept.counted ?? { at: new Date(now), counts: await countBook(db, portfolioId, now) };
  const { name, setting } = kept;
  return [{ portfolioId, name, setting, countedAt: at.toISOString(), ...counts, advice: adviceOf(kept, counts.signs) }];
}

type Advice = ContactBook['advice'][number];

const keepOn: Advice = {
  code: 'keep_on',
  title: 'Keep the Contact Book on',
  detail:
    'While it is on, Meta goes on sending the numbers of people you have had traffic with, also after they take a username. It is in Meta Business Suite, under Business settings, Business info. Switching it off deletes what it holds; switched on again it starts empty.',
};

const off: readonly Advice[] = [
  {
    code: 'turn_on',
    title: 'Switch the Contact Book on',
    detail:
      'Numbers it has lost do not come back by themselves; each comes back when there is traffic with it. It is in Meta Business Suite, under Business settings, Business info.',
  },
  {
    code: 'answer_soon',
    title: 'Answer within 30 days, to the number',
    detail:
      'Without the book a number stays visible for 30 days after the last message or call with it, for each business number apart. Replies from here go to the number while it is known.',
  },
  {
    code: 'ask_for_number',
    title: 'Ask for numbers',
    detail:
      'Where none is known, one click in the thread asks for it. What a person shares so is vouched for by WhatsApp.',
  },
  {
    code: 'campaign_by_phone',
    title: 'Write to numbers that are about to disappear',
    detail:
      'A template to the number, where it is welcome, keeps it visible for another 30 days. Campaigns here go by phone number.',
  },
];

const findOut: Advice = {
  code: 'find_out',
  title: 'Say whether the Contact Book is on',
  detail:
    "Meta's API does not tell. Look in Meta Business Suite, under Business settings, Business info, and choose it here.",
};

const looksOff: Advice = {
  code: 'looks_off',
  title: 'The Contact Book looks switched off',
  detail:
    'Numbers that were known are missing from newer messages, and none came that only the book can have shown. Look in Meta Business Suite, under Business settings, Business info.',
};

/** Enough people to tell anything by. */
const fewSigns = 5;

function adviceOf({ setting }: BookKept, { shown, hidden }: ContactBook['signs']): Advice[] {
  const seemsOff = hidden >= fewSigns && shown === 0;
  if (setting === 'off') return [...off];
  const ask = setting === 'unknown' ? [findOut] : [];
  return seemsOff ? [looksOff, ...ask, ...off.slice(1), keepOn] : [...ask, keepOn];
}
