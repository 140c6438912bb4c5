// A resolver with a memory, for tests: what the service does with tables, done with maps. Arrivals come in any batches.

import { type Evidence, type EvidenceId, type Position, partyIn, positionOf } from './evidence.ts';
import { group, type IdentifierKey, identifiersOf } from './neighborhoods.ts';
import type { Notice } from './notices.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { extend, needsHistory, refold } from './resolve.ts';
import { isSettled, type Review } from './reviews.ts';
import { type ContactId, emptyState, type HolderId, holderOf, type State, union } from './state.ts';

interface Neighborhood {
  state: State;
  history: Evidence[];
  notices: Notice[];
  reviews: Review[];
}

export class Ledger {
  private readonly neighborhoods = new Map<IdentifierKey, Neighborhood>();
  private readonly seen = new Set<EvidenceId>();
  private readonly policy: Policy;
  /** Every holder that ever ceased to be, each with the one it went into. */
  private readonly successors = new Map<HolderId, HolderId>();
  private readonly made = { holders: 0, contacts: 0 };
  refolds = 0;

  constructor(policy: Policy = defaultPolicy) {
    this.policy = policy;
  }

  receive(batch: readonly Evidence[]): void {
    const fresh = batch.filter(({ id }) => !this.seen.has(id));
    for (const { id } of fresh) this.seen.add(id);
    for (const { neighborhoods, arrivals, identifiers } of group(fresh, this.neighborhoods, this.policy)) {
      const next = this.decide(neighborhoods, arrivals);
      const keys = [...identifiers, ...next.history.flatMap((evidence) => identifiersOf(evidence, this.policy))];
      for (const key of keys) this.neighborhoods.set(key, next);
    }
  }

  /** What became of an id that was given out once. */
  now(id: HolderId): HolderId {
    const next = this.successors.get(id);
    return next ? this.now(next) : id;
  }

  /** "2 into 1": who went into whom, numbered in the order they were made. */
  joined(): string[] {
    return [...this.successors].map(([gone, into]) => `${gone.slice(1)} into ${into.slice(1)}`);
  }

  all(): Neighborhood[] {
    return [...new Set(this.neighborhoods.values())];
  }

  /** Whose this evidence is now. */
  holderOf(evidence: Evidence): HolderId | undefined {
    const state = this.stateOf(evidence);
    const party = partyIn(evidence);
    return state ? holderOf(state, party, positionOf(evidence)) : undefined;
  }

  /** The state that tells of this evidence; none where nobody was concerned by it. */
  stateOf(evidence: Evidence): State | undefined {
    const [key] = identifiersOf(evidence, this.policy);
    return key === undefined ? undefined : this.neighborhoods.get(key)?.state;
  }

  private decide(known: Neighborhood[], arrivals: Evidence[]): Neighborhood {
    const state = known.length > 0 ? union(known.map((one) => one.state)) : emptyState;
    const history = [...known.flatMap((one) => one.history), ...arrivals];
    const rules = { policy: this.policy, ids: this.ids() };
    if (!needsHistory(state, arrivals)) {
      const resolution = extend(state, arrivals, rules);
      this.follow(resolution.retired);
      const before = known.flatMap((one) => one.notices);
      const moved = before.map((notice) => ({
        ...notice,
        holderId: resolution.retired.get(notice.holderId) ?? notice.holderId,
      }));
      const asked = known.flatMap((one) => one.reviews).map((review) => movedReview(review, resolution.retired));
      return {
        state: resolution.state,
        history,
        notices: once([...moved, ...resolution.notices]),
        reviews: [...asked, ...resolution.reviews],
      };
    }
    this.refolds += 1;
    const resolution = refold(history, state, rules);
    this.follow(resolution.retired);
    return { state: resolution.state, history, notices: resolution.notices, reviews: resolution.reviews };
  }

  private follow(retired: ReadonlyMap<HolderId, HolderId>): void {
    for (const [gone, into] of retired) this.successors.set(gone, into);
  }

  private ids() {
    return {
      holder: () => `h${++this.made.holders}` as HolderId,
      contact: () => `c${++this.made.contacts}` as ContactId,
    };
  }
}

/** One of a kind for each event and holder, as the table's key has it. */
function once(all: Notice[]): Notice[] {
  const byKey = all.map((notice) => [`${notice.evidenceId} ${notice.fact.type} ${notice.holderId}`, notice] as const);
  return [...new Map(byKey).values()];
}

function movedReview(review: Review, retired: ReadonlyMap<HolderId, HolderId>): Review {
  const now = (id: HolderId) => retired.get(id) ?? id;
  return { ...review, holderId: now(review.holderId), otherId: review.otherId && now(review.otherId) };
}

/** Whatever has neighborhoods can be told in lines: a ledger, or what a database holds. */
export type Told = { all(): readonly Omit<Neighborhood, 'history'>[] };

/** The same people in words that do not depend on ids: one line a person, sorted. */
export function people(ledger: Told): string[] {
  return ledger
    .all()
    .flatMap(({ state }) => state.holders.map((holder) => lineOf(state, holder.id)))
    .sort();
}

export function lineOf(state: State, id: HolderId): string {
  const holder = state.holders.find((one) => one.id === id);
  const names = state.names
    .filter((name) => name.holderId === id)
    .map((name) => name.value.split('.').at(-1) + (name.until ? '†' : ''));
  const leases = state.leases
    .filter((lease) => lease.holderId === id)
    .map((lease) => `${lease.phone} ${span(lease.from, lease.until)}${lease.awaitsAccount ? ' awaiting' : ''}`);
  const shows = holder?.username ? ` @${holder.username}` : '';
  const hidden = holder?.hiddenSince ? ` hidden since ${holder.hiddenSince}` : '';
  return `${names.sort().join(' ') || 'nobody'}: ${leases.sort().join(', ') || 'no phone'}${shows}${hidden}`;
}

function span(from: Position, until: Position | null): string {
  return `${from.at}..${until ? until.at : ''}`;
}

/** Who is put together by people: "B1 + B2" for each contact of more than one. */
export function contacts(ledger: Told): string[] {
  return ledger
    .all()
    .flatMap(({ state }) =>
      [...Map.groupBy(state.holders, (holder) => holder.contactId).values()]
        .filter((group) => group.length > 1)
        .map((group) =>
          group
            .map((holder) => calling(state, holder.id))
            .sort()
            .join(' + '),
        ),
    )
    .sort();
}

/** Open questions: "time rule type who / other". */
export function reviews(ledger: Told): string[] {
  return ledger
    .all()
    .flatMap(({ state, reviews: asked }) =>
      asked
        .filter((review) => !isSettled(state, review))
        .map(({ at, rule, type, holderId, otherId }) => {
          const other = otherId ? ` / ${calling(state, otherId)}` : '';
          return `${at} ${rule} ${type} ${calling(state, holderId)}${other}`;
        }),
    )
    .sort();
}

function calling(state: State, id: HolderId): string {
  const [names, phones] = lineOf(state, id).split(':');
  return names === 'nobody' ? `nobody:${phones?.split(' @')[0]?.split(' hidden')[0]}` : (names ?? '');
}

export function notices(ledger: Told): string[] {
  return ledger
    .all()
    .flatMap(({ state, notices: all }) =>
      all.map(
        (notice) => `${notice.at} ${lineOf(state, notice.holderId).split(':')[0]} ${notice.rule} ${notice.fact.type}`,
      ),
    )
    .sort();
}
