// What becomes of the work on a thread when a reply in it is taken back before it went. Pure.
//
// Seldom has anything else happened in those seconds: then the work is as it was before. Otherwise what the reply changed is put back
// piece by piece, where nobody has changed it since.

import { isDeepStrictEqual } from 'node:util';
import { type Episode, plus, type Terms, type Work } from './rules-work.ts';

/** The work just before a reply, and as the reply left it. */
export interface HeldAnswer {
  before: Work;
  after: Work;
}

/** `now.waitingSince` is by the messages that are left. `nextAt`: another answer of ours, after this one, that stands. */
export function takenBack(
  now: Work,
  { before, after }: HeldAnswer,
  { at, nextAt, openBetween }: { at: number; nextAt: number | null } & Pick<Terms, 'openBetween'>,
): Work {
  if (now.episode?.id !== after.episode?.id) return now;
  if (nextAt !== null) {
    const moved = { at, nextAt, openMs: openBetween(at, nextAt) };
    return { ...now, episode: now.episode && movedOn(now.episode, { before, after }, moved) };
  }
  const untouched = isDeepStrictEqual({ ...now, waitingSince: after.waitingSince }, after);
  if (untouched) return before;
  const stillTheirs = now.assigneeId === after.assigneeId;
  return {
    ...now,
    ...(stillTheirs && { assigneeId: before.assigneeId, awaitsAgent: before.awaitsAgent }),
    waitingSince: now.state === 'resolved' ? null : now.waitingSince,
    reply: before.reply,
    resolve: { ...before.resolve, breached: now.resolve.breached },
    episode: now.episode && {
      ...uncounted(now.episode, { before, after }, now.waitingSince),
      ...(stillTheirs && { assigneeId: before.assigneeId }),
    },
  };
}

/** What it was the first to do, the next one did: it ended the wait, and took the thread. */
function movedOn(
  episode: Episode,
  { before, after }: HeldAnswer,
  { at, nextAt, openMs }: { at: number; nextAt: number; openMs: number },
): Episode {
  const endedWait = (after.episode?.answered ?? 0) > (before.episode?.answered ?? 0);
  const wasFirst = !before.episode?.firstRepliedAt && episode.firstRepliedAt === at;
  return {
    ...episode,
    replies: Math.max(0, episode.replies - 1),
    waitedMs: episode.waitedMs + (endedWait ? nextAt - at : 0),
    waitedOpenMs: plus(episode.waitedOpenMs, endedWait ? openMs : 0),
    ...(wasFirst && { firstRepliedAt: nextAt, firstReplyOpenMs: plus(episode.firstReplyOpenMs, openMs) }),
  };
}

function uncounted(episode: Episode, { before, after }: HeldAnswer, waitingSince: number | null): Episode {
  const added = (of: 'replies' | 'answered' | 'waitedMs' | 'waitedOpenMs') =>
    (after.episode?.[of] ?? 0) - (before.episode?.[of] ?? 0);
  const heardSince = before.episode === null && waitingSince !== null;
  const wasFirst = before.episode?.firstRepliedAt === null && episode.firstRepliedAt === after.episode?.firstRepliedAt;
  return {
    ...episode,
    replies: Math.max(0, episode.replies - added('replies')),
    answered: Math.max(0, episode.answered - added('answered')),
    waitedMs: Math.max(0, episode.waitedMs - added('waitedMs')),
    waitedOpenMs: plus(episode.waitedOpenMs, -added('waitedOpenMs')),
    ...((wasFirst || heardSince) && { firstRepliedAt: null, firstRepliedBy: null, firstReplyOpenMs: null }),
    // The reply began it, and somebody spoke meanwhile: it is theirs.
    ...(heardSince && { beganAt: waitingSince, beganBy: 'customer' as const }),
  };
}
