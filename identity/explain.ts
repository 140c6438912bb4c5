// Why: how a person came to be who they are, why two are one, why two are not, and what was known at a time (C8).
//
// Reads what a `refold` did; decides nothing. Its answers carry account ids: who shows them to agents leaves those out.

import type { Anchor, Evidence } from './evidence.ts';
import { phoneKeyOf } from './phones.ts';
import type { Resolution } from './resolution.ts';
import { type ContactId, type HolderId, holderAt, leaseAt, type State } from './state.ts';
import { type Step, stepsOf, successors } from './steps.ts';

/** Somebody to ask about: by an identifier, or by an id of ours, retired or not. */
export type Who = Anchor | { kind: 'holder'; id: HolderId } | { kind: 'contact'; id: ContactId };

/** How the contact came to be what it is: every step that gave it a name, a number or a part, took one away, or kept somebody out. */
export function how(resolution: Resolution, contactId: ContactId): Step[] {
  const own = new Set(resolution.state.holders.filter((holder) => holder.contactId === contactId).map(({ id }) => id));
  const now = successors(resolution.trace, resolution.retired);
  return stepsOf(resolution).flatMap((step) => {
    const concerned = concernedBy(step, resolution.state, now).find((id) => own.has(id));
    return concerned ? [{ ...step, holderId: concerned }] : [];
  });
}

/**
 * Why the two are one person: the fewest steps that lead from one to the other, in event order. Undefined where they are not, or
 * where one of them is nobody known. None where they are two ids of the same.
 */
export function why(resolution: Resolution, a: Who, b: Who): Step[] | undefined {
  const [one, other] = [contactsOf(resolution, a), contactsOf(resolution, b)];
  const shared = one.filter((id) => other.includes(id));
  if (shared.length === 0) return undefined;
  const within = new Set(
    resolution.state.holders.filter((holder) => shared.includes(holder.contactId)).map(({ id }) => id),
  );
  const steps = stepsOf(resolution);
  return (
    path(
      resolution,
      a,
      b,
      steps.filter((step) => !saysSame(step) || endsOf(resolution.state, step).every((id) => within.has(id))),
    ) ??
    // The one who connected them may have been told apart from them since.
    path(resolution, a, b, steps)
  );
}

/**
 * Why the two are not one person: what spoke for them being one and was not enough, what became of the numbers both had, and who
 * said that they are not. Empty where nothing ever connected them; undefined where they are one, or one of them is nobody known.
 */
export function whyNot(resolution: Resolution, a: Who, b: Who): Step[] | undefined {
  const { state } = resolution;
  const [one, other] = [new Set(holdersOf(resolution, a)), new Set(holdersOf(resolution, b))];
  if (one.size === 0 || other.size === 0) return undefined;
  const shared = contactsOf(resolution, a).some((id) => contactsOf(resolution, b).includes(id));
  if (shared) return undefined;
  const now = successors(resolution.trace, resolution.retired);
  const keysOf = (ids: ReadonlySet<HolderId>) =>
    new Set(state.leases.filter(({ holderId }) => ids.has(holderId)).map(({ key }) => key));
  const theirs = keysOf(other);
  const both = new Set([...keysOf(one)].filter((key) => theirs.has(key)));
  return stepsOf(resolution).filter((step) => {
    const { change } = step;
    if (change.type === 'leased' || change.type === 'lease_ended')
      return both.has(phoneKeyOf(change.phone)) && (one.has(step.holderId) || other.has(step.holderId));
    if (change.type !== 'kept_apart' && change.type !== 'said') return false;
    const ids = concernedBy(step, state, now);
    return ids.some((id) => one.has(id)) && ids.some((id) => other.has(id));
  });
}

/** What was known at this moment of ours: what had arrived, and what people had said, by then. Without a time of arrival, when it happened. */
export function asOf<E extends Evidence>(history: readonly E[], time: number): E[] {
  return history.filter((evidence) => (evidence.receivedAt ?? evidence.at) <= time);
}

function concernedBy(step: Step, state: State, now: (id: HolderId) => HolderId): HolderId[] {
  const { change } = step;
  if (change.type === 'kept_apart') return [step.holderId, now(change.otherId)];
  return change.type === 'said' ? endsOf(state, step) : [step.holderId];
}

/** Everybody a word is about, as they are now. */
function endsOf(state: State, { change }: Step): HolderId[] {
  if (change.type !== 'said') return [];
  const { word } = change;
  const anchors = word.kind === 'split' ? [word.a, ...word.from] : 'b' in word ? [word.a, word.b] : [];
  return anchors.flatMap((anchor) => holderAt(state, anchor) ?? []);
}

function saysSame({ change }: Step): boolean {
  return change.type === 'said' && change.word.kind === 'merge';
}

function holdersOf({ state, trace, retired }: Resolution, who: Who): HolderId[] {
  if (who.kind === 'contact') return state.holders.filter(({ contactId }) => contactId === who.id).map(({ id }) => id);
  const id = who.kind === 'holder' ? successors(trace, retired)(who.id) : holderAt(state, who);
  return id && state.holders.some((holder) => holder.id === id) ? [id] : [];
}

function contactsOf(resolution: Resolution, who: Who): ContactId[] {
  const own = holdersOf(resolution, who);
  return resolution.state.holders.filter(({ id }) => own.includes(id)).map(({ contactId }) => contactId);
}

/**
 * What connects: a holder with each name and each number it was given, two holders that were joined, two that people put together.
 * Holders stand as they were met, so that a join is a step of the way.
 */
function path(resolution: Resolution, a: Who, b: Who, steps: readonly Step[]): Step[] | undefined {
  const goals = new Set(placesOf(resolution, b));
  const reached = new Map<string, { from: string | null; step: Step | null }>();
  for (const place of placesOf(resolution, a)) reached.set(place, { from: null, step: null });
  const ways = waysOf(resolution, steps);
  const queue = [...reached.keys()];
  for (const place of queue) {
    if (goals.has(place)) return inOrder(walkedTo(reached, place), steps);
    for (const { to, step } of ways.get(place) ?? [])
      if (!reached.has(to)) {
        reached.set(to, { from: place, step });
        queue.push(to);
      }
  }
  return undefined;
}

function walkedTo(reached: ReadonlyMap<string, { from: string | null; step: Step | null }>, goal: string): Set<Step> {
  const walked = new Set<Step>();
  for (let at = reached.get(goal); at?.step; at = reached.get(at.from ?? '')) walked.add(at.step);
  return walked;
}

function inOrder(walked: ReadonlySet<Step>, steps: readonly Step[]): Step[] {
  return steps.filter((step) => walked.has(step));
}

function waysOf({ state }: Resolution, steps: readonly Step[]): Map<string, { to: string; step: Step }[]> {
  const ways = new Map<string, { to: string; step: Step }[]>();
  const lead = (from: string, to: string, step: Step) => {
    const known = ways.get(from) ?? [];
    known.push({ to, step });
    ways.set(from, known);
  };
  const connect = (one: string, other: string, step: Step) => {
    lead(one, other, step);
    lead(other, one, step);
  };
  for (const step of steps) {
    const { change } = step;
    // The holder as it was met, not as it is now.
    const holder = change.type === 'said' ? '' : `holder ${change.holderId}`;
    if (change.type === 'named') connect(holder, `name ${change.value}`, step);
    if (change.type === 'leased') connect(holder, leasePlace(change.phone, step), step);
    if (change.type === 'joined') connect(holder, `holder ${change.goneId}`, step);
    if (change.type === 'said' && change.word.kind === 'merge') {
      const [one, other] = endsOf(state, step);
      if (one && other && one !== other) connect(`holder ${one}`, `holder ${other}`, step);
    }
  }
  return ways;
}

function placesOf(resolution: Resolution, who: Who): string[] {
  if (who.kind === 'holder' || who.kind === 'contact') return holdersOf(resolution, who).map((id) => `holder ${id}`);
  if (who.kind !== 'phone') return [`name ${who.value}`];
  const lease = leaseAt(resolution.state, phoneKeyOf(who.value), who);
  return lease ? [leasePlace(lease.phone, lease.from)] : [];
}

/** A lease is known by its number and where it begins. */
function leasePlace(phone: Parameters<typeof phoneKeyOf>[0], { at, tie }: { at: number; tie: string }): string {
  return `lease ${phoneKeyOf(phone)} ${at} ${tie}`;
}
