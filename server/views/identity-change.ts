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
import { say, tell } from '../words/say.ts';
import { type Sentence, sentence } from '../words/sentence.ts';
import type { Reader as Spoken } from '../words/viewer.ts';
import { calledInFull, type Made, madeIn, type ThreadCounts } from './accounts.ts';

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

export async function identityChange(db: Reader, reader: Spoken, said: Said): Promise<IdentityChange> {
  const { before, after, concerned, threads, applied, word, refused } = said;
  const was = concerned.before.flatMap((id) => madeIn(before, id, threads.before) ?? []);
  const is = concerned.after.flatMap((id) => madeIn(after, id, threads.after) ?? []);
  const stops = await marketingStops(db, said);
  const parts = { ...said, was, is, stops };
  const warnings = refused ? [] : joins(was, is).flatMap((join) => warningsOn(join, parts));
  return {
    applied,
    word: applied && word ? word.id : null,
    refused: refused && { code: refused.code, title: tell(reader, refusalWords(refused)) },
    warnings: warnings.map(({ code, title }) => ({ code, title: tell(reader, title) })),
    moves: refused ? [] : movesOf(parts).map((one) => tell(reader, one)),
    before: was,
    after: is,
  };
}

/** I14: evidence never crosses portfolios, so neither does a word. */
export function acrossPortfolios(
  reader: Spoken,
  contacts: readonly Contact[],
): IdentityChange & { refused: { title: string } } {
  const shown = contacts.map(({ id, displayName, identifier, numberHidden, accounts }) => ({
    ...{ id, displayName, identifier, numberHidden, accounts },
  }));
  const refused = { code: 'other_portfolio', title: say(reader, 'change.other_portfolio') };
  return { applied: false, word: null, refused, warnings: [], moves: [], before: shown, after: shown };
}

export function refusalWords(refused: Refusal): Sentence {
  switch (refused.code) {
    case 'never_merge':
    case 'already_apart':
      return sentence(`change.${refused.code}`, { by: refused.by, at: new Date(refused.at) });
    default:
      return sentence(`change.${refused.code}`);
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

function movesOf(parts: Parts): Sentence[] {
  const { was, is, word } = parts;
  const together = joins(was, is).flatMap((join) => joinWords(join, parts));
  const apart = joins(is, was).flatMap(({ of, into }) => apartWords(of, into, parts));
  const never = word?.kind === 'never-merge' ? [sentence('change.move.never')] : [];
  const moves = [...together, ...apart, ...never];
  return moves.length > 0 ? moves : [sentence('change.move.nothing')];
}

function joinWords({ of, into }: Join, { stops, after }: Parts): Sentence[] {
  const oldest = of.find((one) => one.id === into.id) ?? of[0];
  const others = of.filter((one) => one !== oldest);
  const threads = into.accounts.reduce((sum, account) => sum + account.threads, 0);
  const stopped = into.accounts.filter((account) => stops.has(holderOf(after, account.id)));
  return [
    sentence('change.move.together', { people: of.map(calledInFull) }),
    ...(threads > 1 ? [sentence('change.move.threads', { count: threads })] : []),
    ...(oldest
      ? [sentence('change.move.links', { name: calledInFull(oldest), others: others.map(calledInFull) })]
      : []),
    ...(stopped.length > 0 && stopped.length < into.accounts.length
      ? [sentence('change.move.marketing', { people: stopped.map(calledInFull) })]
      : []),
  ];
}

function apartWords(of: readonly Made[], from: Made, { stops, before, after, word }: Parts): Sentence[] {
  const wasStopped = from.accounts.some((account) => stops.has(holderOf(before, account.id)));
  const free = of.filter((one) => !one.accounts.some((account) => stops.has(holderOf(after, account.id))));
  const split = of.some((one) => !overlap(one, from));
  return [
    sentence('change.move.apart', { people: of.map(calledInFull), count: of.length }),
    sentence(split && word?.kind === 'never-merge' ? 'change.move.split' : 'change.move.stays'),
    ...(wasStopped && free.length > 0 && free.length < of.length
      ? [sentence('change.move.marketing_free', { people: free.map(calledInFull) })]
      : []),
  ];
}

/** R33, R34, C7: what is worth a second look before people are put together. */
function warningsOn({ of, into }: Join, { after, stops }: Parts): { code: string; title: Sentence }[] {
  const holders = (made: Made) => made.accounts.map((account) => holderOf(after, account.id));
  const live = of.filter((one) => holders(one).some((id) => currentBsuid(after, id)));
  const numbers = of.flatMap((one) =>
    after.leases
      .filter((lease) => lease.until === null && holders(one).includes(lease.holderId))
      .map(({ phone }) => ({ phone })),
  );
  const stopped = of.filter((one) => holders(one).some((id) => stops.has(id)));
  const { parts: most } = defaultPolicy.joinLimits;
  const count = into.accounts.length;
  return [
    ...(live.length > 1 ? [{ code: 'both_in_use', title: sentence('change.warning.both_in_use') }] : []),
    ...(numbers.length > 1
      ? [{ code: 'different_numbers', title: sentence('change.warning.different_numbers', { numbers }) }]
      : []),
    ...(count > most
      ? [{ code: 'many_accounts', title: sentence('change.warning.many_accounts', { count, most }) }]
      : []),
    ...(stopped.length > 0 && stopped.length < of.length
      ? [
          {
            code: 'marketing_stopped',
            title: sentence('change.warning.marketing_stopped', { people: stopped.map(calledInFull) }),
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
