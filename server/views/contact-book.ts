// The Contact Book's page: what is known of each portfolio's people, and what to do about it.

import type { ContactBook } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { type BookKept, bookOf } from '../numbers/contact-book.ts';
import { portfolioIds } from '../numbers/store.ts';
import { say } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';
import { countBook } from './contact-book-counts.ts';

export async function listContactBooks(db: Reader, viewer: Viewer, now: number): Promise<ContactBook[]> {
  const { portfolios } = viewer;
  const ids = portfolios === 'all' ? await portfolioIds(db) : portfolios;
  const books: ContactBook[] = [];
  for (const id of ids) books.push(...((await contactBook(db, { viewer, portfolioId: id }, now)) ?? []));
  return books;
}

/** One portfolio's, in a list; nothing where there is no such portfolio. Counted on the spot where nobody has counted yet. */
export async function contactBook(
  db: Reader,
  { viewer, portfolioId }: { viewer: Viewer; portfolioId: PortfolioId },
  now: number,
): Promise<[ContactBook] | undefined> {
  const kept = await bookOf(db, portfolioId);
  if (!kept) return undefined;
  const { at, counts } = kept.counted ?? { at: new Date(now), counts: await countBook(db, portfolioId, now) };
  const { name, setting } = kept;
  return [
    {
      portfolioId,
      name,
      setting,
      countedAt: at.toISOString(),
      ...counts,
      advice: adviceOf(kept, counts.signs).map((code) => advice(viewer, code)),
    },
  ];
}

type Advice = 'keep_on' | 'turn_on' | 'answer_soon' | 'ask_for_number' | 'campaign_by_phone' | 'find_out' | 'looks_off';

function advice(viewer: Viewer, code: Advice): ContactBook['advice'][number] {
  return { code, title: say(viewer, `book.${code}.title`), detail: say(viewer, `book.${code}.detail`) };
}

const off: readonly Advice[] = ['turn_on', 'answer_soon', 'ask_for_number', 'campaign_by_phone'];

/** Enough people to tell anything by. */
const fewSigns = 5;

function adviceOf({ setting }: BookKept, { shown, hidden }: ContactBook['signs']): Advice[] {
  const seemsOff = hidden >= fewSigns && shown === 0;
  if (setting === 'off') return [...off];
  const ask = setting === 'unknown' ? ['find_out' as const] : [];
  return seemsOff ? ['looks_off', ...ask, ...off.slice(1), 'keep_on'] : [...ask, 'keep_on'];
}
