// Who can be reached of many at once, by what, and why not: once when a campaign is checked, and again for each just before it is
// sent, since people stop, block and move in between. Reads only.

import {
  type Bsuid,
  type ContactId,
  currentBsuid,
  type E164,
  type HolderId,
  identifiersOf,
  type Policy,
  type PortfolioId,
  phoneKeyOf,
  type State,
} from '@throughline/identity';
import { type Decided, type Restrictions, reachByAccount, reachByPhone } from '../campaigns/rules-reach.ts';
import { accountsOf, type Standing, standingOf } from '../campaigns/rules-standing.ts';
import type { CampaignSettings } from '../campaigns/store.ts';
import { type Contactability, contactability } from '../contacts/contactability.ts';
import { neighborhoodsOf, statesOf, statesOfContacts } from '../contacts/load.ts';
import { withThread } from '../conversations/begun.ts';
import type { Reader } from '../db/connect.ts';
import { hasMarks, marksAmong } from '../privacy/marks.ts';
import type { Keyed } from '../privacy/rules-chain.ts';
import { markOf } from '../privacy/rules-marks.ts';

export interface Candidate {
  line: number;
  phone: E164 | null;
  /** Chosen as this person, not as a number somebody wrote down. */
  contactId: ContactId | null;
  /** What the template lacks for it, in a sentence. */
  missing: string | null;
}

/** As of when, and by which rules. */
export interface Judging {
  portfolioId: PortfolioId;
  policy: Policy;
  now: number;
  keyed: Keyed;
}

export interface Reaching extends Judging {
  phoneNumberId: string;
  settings: CampaignSettings;
  needsPhone: boolean;
}

/** `address`: where it goes now, in the spelling last seen; a number nobody has yet goes as it was written. */
export type Reached = Decided & { address: { phone: E164 } | { bsuid: Bsuid } | null };

export async function campaignReach(
  db: Reader,
  candidates: readonly Candidate[],
  reaching: Reaching,
): Promise<Map<number, Reached>> {
  const { portfolioId, phoneNumberId } = reaching;
  const standings = await standingsOf(db, candidates, reaching);
  const byAccount = candidates.filter((one) => one.contactId !== null && !holdsNumber(one, standings));
  const people = await statesOfContacts(db, portfolioId, [...new Set(byAccount.flatMap((one) => one.contactId ?? []))]);
  const accounts = new Map(
    byAccount.map((one) => {
      const around = one.contactId && people.get(one.contactId);
      return [one.line, around && one.contactId ? accountsOf(around.state, one.contactId) : []] as const;
    }),
  );
  const ofAccounts = [...new Set([...accounts.values()].flat().map(({ holderId }) => holderId))];
  const ofNumbers = [...standings.values()].flatMap((one) => (one.kind === 'held' ? one.holderId : []));
  const [words, related, erased] = await Promise.all([
    contactability(db, portfolioId, [...new Set([...ofAccounts, ...ofNumbers])]),
    withThread(db, portfolioId, { holders: ofAccounts, phoneNumberId }),
    erasedAmong(db, candidates, { standings, reaching }),
  ]);
  const said = (holderId: HolderId | undefined) => restrictionsOf(holderId && words.get(holderId), phoneNumberId);
  return new Map(
    candidates.map((one) => {
      const own = accounts.get(one.line);
      if (own === undefined) return [one.line, byPhone(one, { standings, said, erased, policy: reaching.policy })];
      const state = one.contactId ? people.get(one.contactId)?.state : undefined;
      return [one.line, account(one, { own, state, related, said, reaching })];
    }),
  );
}

/** Lines whose number nobody is known to have, and somebody erased had. */
export async function erasedAmong(
  db: Reader,
  candidates: readonly Pick<Candidate, 'line' | 'phone'>[],
  { standings, reaching: { portfolioId, keyed } }: { standings: ReadonlyMap<number, Standing>; reaching: Judging },
): Promise<Set<number>> {
  if (!(await hasMarks(db, portfolioId))) return new Set();
  const marked = candidates.flatMap(({ line, phone }) =>
    phone !== null && standings.get(line)?.kind === 'unknown'
      ? [{ line, mark: markOf.phone(phoneKeyOf(phone), keyed) }]
      : [],
  );
  const marks = await marksAmong(db, portfolioId, [...new Set(marked.map(({ mark }) => mark))]);
  return new Set(marked.flatMap(({ line, mark }) => (marks.has(mark) ? [line] : [])));
}

/** How each number stands now. Of those without one nothing is said. */
export async function standingsOf(
  db: Reader,
  candidates: readonly Omit<Candidate, 'missing'>[],
  reaching: Judging,
): Promise<Map<number, Standing>> {
  const { portfolioId, policy, now } = reaching;
  const identifiers = new Map(
    candidates.map((one) => [one.line, one.phone === null ? undefined : identifierOf(one.phone, policy)]),
  );
  const known = await neighborhoodsOf(db, portfolioId, [
    ...new Set([...identifiers.values()].flatMap((key) => key ?? [])),
  ]);
  const states = await statesOf(db, portfolioId, [...new Set(known.values())]);
  return new Map(
    candidates.flatMap((one) => {
      if (one.phone === null) return [];
      const id = known.get(identifiers.get(one.line) ?? '');
      // A list of numbers may be old; whoever chose a person means that person.
      const freshMs = one.contactId === null ? policy.adoptionLimitMs : 0;
      return [[one.line, standingOf(id && states.get(id), phoneKeyOf(one.phone), { now, freshMs })] as const];
    }),
  );
}

function identifierOf(phone: E164, policy: Policy): string | undefined {
  return identifiersOf({ kind: 'seen-together', id: '' as never, at: 0, by: 'business', phone }, policy)[0];
}

/** Whether the person chosen has the number they are listed with. */
function holdsNumber({ line, contactId }: Candidate, standings: ReadonlyMap<number, Standing>): boolean {
  const standing = standings.get(line);
  return standing?.kind === 'held' && standing.contactId === contactId;
}

function restrictionsOf(said: Contactability | undefined, phoneNumberId: string): Restrictions | undefined {
  if (!said) return undefined;
  const { marketingStopped, doNotContact, blockedOn } = said;
  return { marketingStopped, doNotContact, blocked: blockedOn.has(phoneNumberId) };
}

type Said = (holderId: HolderId | undefined) => Restrictions | undefined;

interface ByPhone {
  standings: ReadonlyMap<number, Standing>;
  said: Said;
  erased: ReadonlySet<number>;
  policy: Policy;
}

function byPhone({ line, phone, missing }: Candidate, { standings, said, erased, policy }: ByPhone): Reached {
  const standing = standings.get(line) ?? { kind: 'unknown' };
  const ownNumber = phone !== null && policy.blockedPhones.has(phoneKeyOf(phone));
  const restrictions = said(standing.kind === 'held' ? standing.holderId : undefined);
  const decided = reachByPhone({ standing, ownNumber, erased: erased.has(line), restrictions, missing });
  const to = standing.kind === 'held' ? standing.phone : phone;
  return { ...decided, address: decided.reach === 'phone' && to !== null ? { phone: to } : null };
}

interface OfAccount {
  own: { holderId: HolderId; addressable: boolean }[];
  state: State | undefined;
  related: ReadonlySet<HolderId>;
  said: Said;
  reaching: Reaching;
}

function account({ contactId, missing }: Candidate, { own, state, related, said, reaching }: OfAccount): Reached {
  const chosen = own.find((one) => one.addressable && related.has(one.holderId)) ?? own[0];
  if (!chosen || !state || contactId === null)
    return {
      reach: 'number_moved',
      why: 'This person is not among the contacts any more.',
      holderId: null,
      contactId: null,
      address: null,
    };
  const { accountOnly } = reaching.settings;
  const decided = reachByAccount({
    ...chosen,
    contactId,
    related: related.has(chosen.holderId),
    accountOnly,
    needsPhone: reaching.needsPhone,
    restrictions: said(chosen.holderId),
    missing,
  });
  const bsuid = decided.reach === 'account' ? currentBsuid(state, chosen.holderId) : undefined;
  return { ...decided, address: bsuid ? { bsuid } : null };
}
