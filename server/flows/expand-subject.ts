// A person, from some of their accounts: everything that is theirs, past and present. Reads only.
//
// A number is theirs for as long as they had it, so whoever has it now is never given, nor loses, what was another's. Best in a snapshot,
// or holding the portfolio's lane.

import {
  anchorsOf,
  type Evidence,
  type HolderId,
  isWord,
  type Lease,
  type Party,
  type PortfolioId,
  type Position,
  phoneKeyOf,
  type State,
  union,
} from '@throughline/identity';
import { eachRun, looseEvidence, neighborhoodsOfHolders, retiredInto } from '../contacts/erasing.ts';
import { statesOf } from '../contacts/load.ts';
import { retiredThreads } from '../conversations/erasing.ts';
import { threadIdsOf } from '../conversations/store.ts';
import type { Reader } from '../db/connect.ts';
import type { Held, Subject } from '../subject.ts';
import { isOfSubject } from './rules-owners.ts';

/** `holders`: the accounts and eras that were proven, or chosen. Those not there are left out. */
export async function expandSubject(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<Subject> {
  const neighborhoods = await neighborhoodsOfHolders(db, portfolioId, holders);
  const states = await statesOf(db, portfolioId, neighborhoods);
  const state = union([...states.values()]);
  const wanted = new Set<string>(holders);
  const own = state.holders.filter(({ id }) => wanted.has(id));
  const others = state.holders.filter(({ id }) => !wanted.has(id));
  const othersContacts = new Set<string>(others.map(({ contactId }) => contactId));
  const born = own.map(({ ownContactId }) => ownContactId);
  const contacts = [...new Set([...born, ...own.map(({ contactId }) => contactId)])].filter(
    (id) => !othersContacts.has(id),
  );
  const names = state.names.filter(({ holderId }) => wanted.has(holderId));
  const threads = (
    await threadIdsOf(
      db,
      portfolioId,
      own.map(({ id }) => id),
    )
  ).map(({ id }) => id);
  const subject: Subject = {
    portfolioId,
    holders: own.map(({ id }) => id),
    contacts,
    contactIds: [...new Set([...contacts, ...born, ...(await retiredInto(db, portfolioId, [...born, ...contacts]))])],
    conversations: threads,
    retiredConversations: await retiredThreads(db, portfolioId, threads),
    neighborhoods,
    ownNeighborhoods: neighborhoods.filter((id) => states.get(id)?.holders.every((holder) => wanted.has(holder.id))),
    bsuids: names.filter(({ kind }) => kind === 'bsuid').map(({ value }) => value),
    parents: names.filter(({ kind }) => kind === 'parent').map(({ value }) => value),
    phones: state.leases.filter(({ holderId }) => wanted.has(holderId)).map((lease) => heldFor(lease, state.leases)),
    ownIdentifiers: [
      ...names.map(({ kind, value }) => `${kind}:${value}`),
      ...new Set(
        state.leases
          .filter(({ key }) => state.leases.every((lease) => lease.key !== key || wanted.has(lease.holderId)))
          .map(({ key }) => `phone:${key}`),
      ),
    ],
    usernames: own.flatMap(({ username }) => username ?? []),
    displayNames: [...own, ...state.words.filter((word) => word.kind === 'rename')].flatMap(({ name }) => name ?? []),
  };
  return await withShown(db, subject, state);
}

/** What they showed earlier, and numbers that only what was said of them names. */
async function withShown(db: Reader, subject: Subject, state: State): Promise<Subject> {
  const usernames = new Set(subject.usernames);
  const names = new Set(subject.displayNames);
  const portfolioId = subject.portfolioId as PortfolioId;
  const ids = subject.neighborhoods as Parameters<typeof looseEvidence>[2];
  const take = (evidence: Evidence) => {
    if (evidence.kind !== 'seen-together' || !isOfSubject(evidence, state, subject)) return;
    if (evidence.username) usernames.add(evidence.username);
    if (evidence.name) names.add(evidence.name);
  };
  for (const { evidence } of await looseEvidence(db, portfolioId, ids)) take(evidence);
  // All of a run says the same; whose it is, its first and last place tell well enough for what they showed.
  for await (const { content, first, last } of eachRun(db, portfolioId, ids))
    for (const { at, tie } of [first, last]) take({ ...content, id: tie.slice(1) as Evidence['id'], at });
  return { ...subject, usernames: [...usernames], displayNames: [...names] };
}

/** The first to have a number had it before we heard of it; nobody but its holder is meant by a number whose lease is open. */
function heldFor(lease: Lease, all: readonly Lease[]): Held {
  const isFirst = !all.some((other) => other.key === lease.key && before(other.from, lease.from));
  return {
    key: lease.key,
    phone: lease.phone,
    from: isFirst ? '-infinity' : new Date(lease.from.at).toISOString(),
    until: lease.until ? new Date(lease.until.at).toISOString() : 'infinity',
  };
}

function before(a: Position, b: Position): boolean {
  return a.at < b.at || (a.at === b.at && a.tie < b.tie);
}

/** Keys of everything a piece of evidence names, as `identifiers.key`. */
export function keysOf(evidence: Evidence): string[] {
  if (isWord(evidence))
    return anchorsOf(evidence).map((anchor) =>
      anchor.kind === 'phone' ? `phone:${phoneKeyOf(anchor.value)}` : `${anchor.kind}:${anchor.value}`,
    );
  const parties: Party[] =
    evidence.kind === 'rotated'
      ? [evidence.previous, evidence.current]
      : evidence.kind === 'seen-together'
        ? [evidence]
        : [{ phone: evidence.phone }];
  const about =
    evidence.kind !== 'claimed'
      ? []
      : [
          evidence.about.kind === 'phone'
            ? `phone:${phoneKeyOf(evidence.about.value)}`
            : `${evidence.about.kind}:${evidence.about.value}`,
        ];
  return [
    ...parties.flatMap(({ phone, bsuid, parent }) => [
      ...(phone ? [`phone:${phoneKeyOf(phone)}`] : []),
      ...(bsuid ? [`bsuid:${bsuid}`] : []),
      ...(parent ? [`parent:${parent}`] : []),
    ]),
    ...about,
  ];
}
