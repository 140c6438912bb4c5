// What becomes of the work on a thread: by a customer's word, by ours, by what somebody does, by time. Pure: work in, work out.

export interface Episode {
  id: string;
  beganAt: number;
  beganBy: 'customer' | 'business';
  teamId: string | null;
  assigneeId: string | null;
  routed: 'none' | 'last_agent' | 'round_robin' | 'least_busy';
  firstDueAt: number | null;
  firstRepliedAt: number | null;
  firstRepliedBy: string | null;
  replies: number;
  answered: number;
  waitedMs: number;
  /** The same three lengths in the hours of business; null where nobody counted them. */
  firstReplyOpenMs: number | null;
  waitedOpenMs: number | null;
  resolvedOpenMs: number | null;
  resolvedAt: number | null;
  resolvedBy: string | null;
  reopened: number;
  firstBreachedAt: number | null;
  nextBreaches: number;
  resolveBreachedAt: number | null;
}

/** Running with a due time, paused with what is left of it, or neither. */
export interface Clock {
  dueAt: number | null;
  leftMs: number | null;
  breached: boolean;
}

export interface Work {
  id: string;
  phoneNumberId: string;
  state: 'open' | 'snoozed' | 'resolved';
  assigneeId: string | null;
  teamId: string | null;
  priority: number;
  snoozedUntil: number | null;
  awaitsAgent: boolean;
  waitingSince: number | null;
  /** Nothing said before it waits for an answer. */
  settledAt: number | null;
  reply: Clock & { for: 'first_reply' | 'next_reply' | null };
  resolve: Clock;
  episode: Episode | null;
}

/** What is promised on a number, and how its time is counted. */
export interface Terms {
  threadingMs: number;
  firstReplyMs: number | null;
  nextReplyMs: number | null;
  resolveMs: number | null;
  hours: {
    after: (from: number, lengthMs: number) => number | undefined;
    between: (from: number, until: number) => number;
  };
  /** How much of a time the office was open, whatever the promises are counted by. */
  openBetween: (from: number, until: number) => number;
}

export type Target = 'first_reply' | 'next_reply' | 'resolution';

export const normalPriority = 2;
export const noClock: Clock = { dueAt: null, leftMs: null, breached: false };
const noReply = { ...noClock, for: null };

export interface Heard {
  work: Work;
  became: 'begun' | 'reopened' | 'woken' | 'same';
}

/** The customer spoke, first at this time. Within the threading window their word takes a resolved episode up again. */
export function hear(work: Work, at: number, { terms, newId }: { terms: Terms; newId: () => string }): Heard {
  const { episode } = work;
  if (!episode) return { work: begin(work, at, { terms, newId, by: 'customer' }), became: 'begun' };
  if (episode.resolvedAt !== null) {
    if (at - episode.resolvedAt > terms.threadingMs)
      return { work: begin(work, at, { terms, newId, by: 'customer' }), became: 'begun' };
    return { work: waitingFrom(reopened(work), at), became: 'reopened' };
  }
  if (work.state === 'snoozed') return { work: { ...work, state: 'open', snoozedUntil: null }, became: 'woken' };
  return { work: { ...work, state: 'open' }, became: 'same' };
}

/** A stretch of work begins: nobody has it yet. Where we spoke first, the first reply was given with it. */
export function begin(
  work: Work,
  at: number,
  { terms, newId, by }: { terms: Terms; newId: () => string; by: Episode['beganBy'] },
): Work {
  const ours = by === 'business';
  const episode: Episode = {
    ...{ id: newId(), beganAt: at, beganBy: by, teamId: null, assigneeId: null, routed: 'none', firstDueAt: null },
    ...{ firstRepliedAt: ours ? at : null, firstRepliedBy: null, replies: 0, answered: 0, waitedMs: 0 },
    ...{ firstReplyOpenMs: null, waitedOpenMs: 0, resolvedOpenMs: null },
    ...{
      resolvedAt: null,
      resolvedBy: null,
      reopened: 0,
      firstBreachedAt: null,
      nextBreaches: 0,
      resolveBreachedAt: null,
    },
  };
  const fresh: Work = {
    ...work,
    ...{
      state: 'open',
      assigneeId: null,
      teamId: null,
      priority: normalPriority,
      snoozedUntil: null,
      awaitsAgent: false,
    },
    ...{ reply: noReply, resolve: { ...noClock, leftMs: terms.resolveMs }, episode },
  };
  return ours ? fresh : waitingFrom(fresh, at);
}

/** Also where the word is older than the resolving, and came late. */
function waitingFrom(work: Work, at: number): Work {
  const settledAt = work.settledAt !== null && work.settledAt >= at ? at - 1 : work.settledAt;
  const earlier = work.waitingSince !== null && work.waitingSince < at ? work.waitingSince : at;
  return { ...work, settledAt, waitingSince: earlier };
}

interface Answering {
  at: number;
  agentId: string | null;
  /** What the customer said just before, where that is news too. */
  heardAt: number | null;
}

/** We answered. */
export function answer(
  work: Work,
  { at, agentId, heardAt }: Answering,
  { openBetween }: Pick<Terms, 'openBetween'>,
): Work {
  const { episode } = work;
  if (!episode || episode.resolvedAt !== null) return work;
  const since = work.waitingSince ?? (heardAt !== null && heardAt <= at ? heardAt : null);
  const isFirst = episode.firstRepliedAt === null && at >= episode.beganAt;
  return {
    ...work,
    reply: noReply,
    episode: {
      ...episode,
      replies: episode.replies + 1,
      answered: episode.answered + (since === null ? 0 : 1),
      waitedMs: episode.waitedMs + (since === null ? 0 : Math.max(0, at - since)),
      waitedOpenMs: plus(episode.waitedOpenMs, since === null ? 0 : openBetween(since, at)),
      ...(isFirst && {
        firstRepliedAt: at,
        firstRepliedBy: agentId,
        firstReplyOpenMs: openBetween(episode.beganAt, at),
      }),
    },
  };
}

/** What nobody counted from the beginning stays uncounted. */
export function plus(counted: number | null, more: number): number | null {
  return counted === null ? null : counted + more;
}

export function assign(work: Work, to: { assigneeId?: string | null; teamId?: string | null }): Work {
  const assigneeId = to.assigneeId === undefined ? work.assigneeId : to.assigneeId;
  const teamId = to.teamId === undefined ? work.teamId : to.teamId;
  const episode = work.episode && { ...work.episode, assigneeId, teamId };
  return { ...work, assigneeId, teamId, awaitsAgent: false, episode };
}

export function resolve(
  work: Work,
  { at, agentId }: { at: number; agentId: string | null },
  { openBetween }: Pick<Terms, 'openBetween'>,
): Work {
  const episode = work.episode && {
    ...work.episode,
    resolvedAt: at,
    resolvedBy: agentId,
    resolvedOpenMs: openBetween(work.episode.beganAt, at),
  };
  const rest = { snoozedUntil: null, waitingSince: null, settledAt: at, awaitsAgent: false };
  return { ...work, ...rest, state: 'resolved', episode };
}

/** By hand: what had not been answered waits again (`waitingSince`). */
export function reopen(work: Work, waitingSince: number | null): Work {
  return { ...reopened(work), settledAt: null, waitingSince };
}

function reopened(work: Work): Work {
  const { episode } = work;
  const again = episode && {
    ...episode,
    ...{ resolvedAt: null, resolvedBy: null, resolvedOpenMs: null },
    reopened: episode.reopened + 1,
  };
  return { ...work, state: 'open', snoozedUntil: null, episode: again };
}

export function snooze(work: Work, until: number): Work {
  return { ...work, state: 'snoozed', snoozedUntil: until };
}

export function wake(work: Work): Work {
  return { ...work, state: 'open', snoozedUntil: null };
}

/**
 * Sets the clocks by how the work stands at `at`. For a reply it runs while the customer waits for one; for resolving, too: while we wait
 * for the customer it stands still. Both stand still while snoozed.
 */
export function clocked(work: Work, at: number, terms: Terms): Work {
  const runs = work.state === 'open' && work.waitingSince !== null && work.episode?.resolvedAt === null;
  const resolve = runs ? run(work.resolve, at, terms) : pause(work.resolve, at, terms);
  const reply = replyClock(work, at, terms);
  const { episode } = work;
  const promised = reply.for === 'first_reply' && episode?.firstDueAt === null ? reply.dueAt : undefined;
  return { ...work, reply, resolve, episode: promised && episode ? { ...episode, firstDueAt: promised } : episode };
}

function replyClock({ reply, episode, state, waitingSince }: Work, at: number, terms: Terms): Work['reply'] {
  if (!episode || episode.resolvedAt !== null || waitingSince === null) return noReply;
  const kind = episode.firstRepliedAt === null ? 'first_reply' : 'next_reply';
  const target = kind === 'first_reply' ? terms.firstReplyMs : terms.nextReplyMs;
  const known = reply.for === kind ? reply : { ...noClock, leftMs: target };
  if (known.dueAt === null && known.leftMs === null) return noReply;
  const from = reply.for === kind ? at : waitingSince;
  const clock = state === 'open' ? run(known, from, terms) : pause(known, at, terms);
  return { ...clock, for: kind };
}

function run(clock: Clock, at: number, { hours }: Terms): Clock {
  if (clock.leftMs === null) return clock;
  const dueAt = hours.after(at, clock.leftMs);
  return dueAt === undefined ? clock : { ...clock, dueAt, leftMs: null };
}

function pause(clock: Clock, at: number, { hours }: Terms): Clock {
  return clock.dueAt === null ? clock : { ...clock, dueAt: null, leftMs: hours.between(at, clock.dueAt) };
}

/** Notes what was due by now, each once. */
export function breach(work: Work, now: number): { work: Work; targets: Target[] } {
  const { reply, resolve, episode } = work;
  const isDue = (clock: Clock) => !clock.breached && clock.dueAt !== null && clock.dueAt <= now;
  if (!episode) return { work, targets: [] };
  const targets: Target[] = [
    ...(isDue(reply) && reply.for ? [reply.for] : []),
    ...(isDue(resolve) ? ['resolution' as const] : []),
  ];
  const noted = {
    ...episode,
    firstBreachedAt: targets.includes('first_reply') ? reply.dueAt : episode.firstBreachedAt,
    nextBreaches: episode.nextBreaches + (targets.includes('next_reply') ? 1 : 0),
    resolveBreachedAt: targets.includes('resolution') ? resolve.dueAt : episode.resolveBreachedAt,
  };
  return {
    work: {
      ...work,
      reply: { ...reply, breached: reply.breached || isDue(reply) },
      resolve: { ...resolve, breached: resolve.breached || isDue(resolve) },
      episode: noted,
    },
    targets,
  };
}

/** The work on several threads that are one from now on: the oldest stretch that is open goes on, with the oldest hands that have one. */
export function joined(survivor: Work, others: readonly Work[]): { work: Work; absorbed: string[] } {
  const all = [survivor, ...others];
  const open = all
    .filter((one) => one.episode !== null && one.episode.resolvedAt === null)
    .sort((a, b) => (a.episode?.beganAt ?? 0) - (b.episode?.beganAt ?? 0));
  const [oldest] = open;
  const latest = all
    .filter((one) => one.episode)
    .sort((a, b) => (b.episode?.resolvedAt ?? 0) - (a.episode?.resolvedAt ?? 0))[0];
  const leading = oldest ?? latest;
  if (!leading?.episode) return { work: survivor, absorbed: [] };
  const held = open.find((one) => one.assigneeId !== null) ?? leading;
  const teamId = held.teamId ?? open.find((one) => one.teamId !== null)?.teamId ?? leading.teamId;
  const rest = open.slice(1).flatMap((one) => (one.episode ? [one.episode] : []));
  const sum = (of: (episode: Episode) => number) =>
    rest.reduce((total, one) => total + of(one), of(leading.episode as Episode));
  const awake = open.some((one) => one.state === 'open') ? 'open' : leading.state;
  const work: Work = {
    ...survivor,
    state: awake,
    assigneeId: held.assigneeId,
    teamId,
    priority: Math.min(...(open.length > 0 ? open : [leading]).map((one) => one.priority)),
    snoozedUntil: awake === 'snoozed' ? leading.snoozedUntil : null,
    awaitsAgent: held.assigneeId === null && open.some((one) => one.awaitsAgent),
    settledAt: all.reduce<number | null>(
      (last, one) => (one.settledAt !== null && open.length === 0 ? Math.max(last ?? 0, one.settledAt) : last),
      null,
    ),
    reply: leading.reply,
    resolve: leading.resolve,
    episode: {
      ...leading.episode,
      assigneeId: held.assigneeId,
      teamId,
      replies: sum((one) => one.replies),
      answered: sum((one) => one.answered),
      waitedMs: sum((one) => one.waitedMs),
      waitedOpenMs: rest.reduce<number | null>(
        (total, one) => (one.waitedOpenMs === null ? null : plus(total, one.waitedOpenMs)),
        leading.episode.waitedOpenMs,
      ),
      nextBreaches: sum((one) => one.nextBreaches),
    },
  };
  return { work, absorbed: rest.map((one) => one.id) };
}
