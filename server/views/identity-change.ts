// What people's word on who is who does, in sentences: before it is said, or after.

import type { Contact, IdentityChange } from '@throughline/contract';
import {
  type ContactId,
  currentBsuid,
  defaultPolicy,
  type HolderId,
  type PortfolioId,
  type State,
  type Word,
} from '@throughline/identity';
import type { Concerned, Refusal } from '../contacts/rules-words.ts';
import type { Reader } from '../db/connect.ts';
import { calledInFull, type Made, madeIn, type ThreadCounts } from './accounts.ts';
import { isolated, spokenPhone } from './words.ts';

/** What came of saying it, or would. */
export interface Said {
  portfolioId: PortfolioId;
  applied: boolean;
  word: Word | null;
  refused: Refusal | null;
  before: State;
  after: State;
  concerned: Concerned;
  threads: { before: ThreadCounts; after: ThreadCounts };
}

export async function identityChange(db: Reader, said: Said): Promise<IdentityChange> {
  const { before, after, concerned, threads, applied, word, refused } = said;
  const was = concerned.before.flatMap((id) => madeIn(before, id, threads.before) ?? []);
  const is = concerned.after.flatMap((id) => madeIn(after, id, threads.after) ?? []);
  const stops = await marketingStops(db, said);
  const parts = { ...said, was, is, stops };
  return {
    applied,
    word: applied && word ? word.id : null,
    refused: refused && { code: refused.code, title: refusalWords(refused) },
    warnings: refused ? [] : joins(was, is).flatMap((join) => warningsOn(join, parts)),
    moves: refused ? [] : movesOf(parts),
    before: was,
    after: is,
  };
}

/** I14: evidence never crosses portfolios, so neither does a word. */
export function acrossPortfolios(contacts: readonly Contact[]): IdentityChange & { refused: { title: string } } {
  const shown = contacts.map(({ id, displayName, identifier, numberHidden, accounts }) => ({
    ...{ id, displayName, identifier, numberHidden, accounts },
  }));
  const title =
    'They are customers of two different business portfolios, and nothing is ever carried from one to another.';
  const refused = { code: 'other_portfolio', title };
  return { applied: false, word: null, refused, warnings: [], moves: [], before: shown, after: shown };
}

export function refusalWords(refused: Refusal): string {
  switch (refused.code) {
    case 'same_contact':
      return 'They are one contact already.';
    case 'never_merge':
      return `${isolated(refused.by)} said on ${day(refused.at)} that these are never the same person. Take that back first.`;
    case 'already_apart':
      return `${isolated(refused.by)} said that on ${day(refused.at)} already.`;
    case 'account_unknown':
      return 'This contact has no such account.';
    case 'alone':
      return 'The account is alone in its contact: there is nobody to tell it apart from.';
    case 'step_unknown':
      return 'Nobody was joined by a machine at this step.';
    case 'word_unknown':
      return 'Nothing of the kind was said about this contact.';
    case 'taken_back':
      return 'It has been taken back already.';
    case 'no_effect':
      return 'It would change nothing: something that was said before stands against it.';
  }
}

interface Parts extends Said {
  was: Made[];
  is: Made[];
  /** Holders that said stop to marketing. */
  stops: ReadonlySet<HolderId>;
}

interface Join {
  of: Made[];
  into: Made;
}

const idsIn = (made: Made) => new Set(made.accounts.map((account) => account.id));
const overlap = (a: Made, b: Made) => [...idsIn(a)].some((id) => idsIn(b).has(id));

/** Contacts made of several, each with those it was. */
function joins(was: readonly Made[], is: readonly Made[]): Join[] {
  return is.flatMap((into) => {
    const of = is.length === 1 ? [...was] : was.filter((one) => overlap(one, into));
    return of.length > 1 ? [{ of, into }] : [];
  });
}

function movesOf(parts: Parts): string[] {
  const { was, is, word } = parts;
  const together = joins(was, is).flatMap((join) => joinWords(join, parts));
  const apart = joins(is, was).flatMap(({ of, into }) => apartWords(of, into, parts));
  const never =
    word?.kind === 'never-merge'
      ? ['They are never put together again, by WhatsApp’s word or by mistake, until this is taken back.']
      : [];
  const moves = [...together, ...apart, ...never];
  return moves.length > 0 ? moves : ['Who is who stays as it is.'];
}

function joinWords({ of, into }: Join, { stops, after }: Parts): string[] {
  const oldest = of.find((one) => one.id === into.id) ?? of[0];
  const others = of.filter((one) => one !== oldest);
  const threads = into.accounts.reduce((sum, account) => sum + account.threads, 0);
  const stopped = into.accounts.filter((account) => stops.has(holderOf(after, account.id)));
  return [
    `${listed(of.map(calledInFull))} become one contact.`,
    ...(threads > 1
      ? [
          `Their ${threads} conversations stay apart: every message stays where it is, and replies go on to each as before.`,
        ]
      : []),
    ...(oldest
      ? [
          `The contact goes on as that of ${calledInFull(oldest)}, who was seen first. Links to ${listed(others.map(calledInFull))} lead there from now on.`,
        ]
      : []),
    ...(stopped.length > 0 && stopped.length < into.accounts.length
      ? [`Marketing stops for all of it: ${listed(stopped.map(calledInFull))} said stop.`]
      : []),
  ];
}

function apartWords(of: readonly Made[], from: Made, { stops, before, after, word }: Parts): string[] {
  const wasStopped = from.accounts.some((account) => stops.has(holderOf(before, account.id)));
  const free = of.filter((one) => !one.accounts.some((account) => stops.has(holderOf(after, account.id))));
  const split = of.some((one) => !overlap(one, from));
  return [
    `${listed(of.map(calledInFull))} are ${of.length === 2 ? 'two' : of.length} contacts.`,
    split && word?.kind === 'never-merge'
      ? 'What came under the identifiers of one stays with it, and what came under those of the other goes to a conversation of its own.'
      : 'Every conversation stays with the account it belongs to.',
    ...(wasStopped && free.length > 0 && free.length < of.length
      ? [`Marketing: the stop no longer holds for ${listed(free.map(calledInFull))}, who did not say it.`]
      : []),
  ];
}

/** R33, R34, C7: what is worth a second look before people are put together. */
function warningsOn({ of, into }: Join, { after, stops }: Parts): IdentityChange['warnings'] {
  const holders = (made: Made) => made.accounts.map((account) => holderOf(after, account.id));
  const live = of.filter((one) => holders(one).some((id) => currentBsuid(after, id)));
  const numbers = of.flatMap((one) =>
    after.leases
      .filter((lease) => lease.until === null && holders(one).includes(lease.holderId))
      .map(({ phone }) => phone),
  );
  const stopped = of.filter((one) => holders(one).some((id) => stops.has(id)));
  const { parts } = defaultPolicy.joinLimits;
  return [
    ...(live.length > 1 ? [{ code: 'both_in_use', title: 'Both are in use. Replies go on separately to each.' }] : []),
    ...(numbers.length > 1
      ? [{ code: 'different_numbers', title: `They use different numbers: ${listed(numbers.map(spokenPhone))}.` }]
      : []),
    ...(into.accounts.length > parts
      ? [
          {
            code: 'many_accounts',
            title: `That makes one person of ${into.accounts.length} accounts. More than ${parts} is unusual.`,
          },
        ]
      : []),
    ...(stopped.length > 0 && stopped.length < of.length
      ? [
          {
            code: 'marketing_stopped',
            title: `${listed(stopped.map(calledInFull))} stopped marketing. Together it is stopped for both.`,
          },
        ]
      : []),
  ];
}

function holderOf(state: State, account: string): HolderId {
  return state.holders.find((holder) => holder.ownContactId === (account as ContactId))?.id ?? ('' as HolderId);
}

/** Whose newest word on marketing is a stop. */
async function marketingStops(db: Reader, { portfolioId, before, after }: Said): Promise<Set<HolderId>> {
  const holders = [...new Set([...before.holders, ...after.holders].map((holder) => holder.id))];
  const rows = await db.sql<{ id: HolderId; value: string }[]>`
    select distinct on (holder_id) holder_id as id, value from preferences
    where portfolio_id = ${portfolioId} and holder_id = any(${holders}::uuid[]) and category = 'marketing_messages'
    order by holder_id, at desc`;
  return new Set(rows.filter((row) => row.value === 'stop').map((row) => row.id));
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

function day(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    at,
  );
}
