// How sending goes, by business number: how fast, what is owed, what holds it back and what to do about it.

import type { BusinessNumber, Sending } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { numbersOf, portfolioIds } from '../numbers/store.ts';
import { type Depth, depths, unresolved } from '../outbound/depths.ts';
import { type LaneState, laneStates } from '../outbound/lanes.ts';
import { countUses } from '../outbound/messaging-uses.ts';
import { type Priority, priorities } from '../outbound/rules-turns.ts';
import type { WaitingReason } from '../outbound/rules-waiting.ts';
import type { Viewer } from '../words/viewer.ts';
import { blockedText } from './waiting-words.ts';

export async function sending(db: Reader, viewer: Viewer): Promise<Sending[]> {
  const { portfolios } = viewer;
  const ids = portfolios === 'all' ? await portfolioIds(db) : portfolios;
  const [lanes, owed, unknown] = await Promise.all([
    laneStates(db, portfolios),
    depths(db, portfolios),
    unresolved(db, portfolios),
  ]);
  const all = await Promise.all(ids.map((id) => ofPortfolio(db, id)));
  return all.flat().map(({ portfolioId, number, used }) => {
    const ours = (one: { portfolioId: PortfolioId; phoneNumberId: string }) =>
      one.portfolioId === portfolioId && one.phoneNumberId === number.id;
    const lane = lanes.find(ours);
    const here = owed.filter(ours);
    return {
      businessNumber: number,
      rate: rateOf(lane),
      messagingLimit: { tier: lane?.messagingTier ?? 'unknown', people: lane?.messagingLimit ?? null, used },
      queue: {
        answers: loadOf(here, priorities.answer),
        begun: loadOf(here, priorities.begun),
        campaigns: loadOf(here, priorities.campaign),
      },
      unknown: unknown.filter(ours).reduce((sum, one) => sum + one.count, 0),
      blocked: blockedBy(viewer, lane, here),
    };
  });
}

async function ofPortfolio(db: Reader, portfolioId: PortfolioId) {
  const [numbers, { count }] = await Promise.all([numbersOf(db, portfolioId), countUses(db, portfolioId)]);
  return numbers.map(({ phoneNumberId, displayPhone, name }) => {
    const number: BusinessNumber = { id: phoneNumberId, display: displayPhone, name };
    return { portfolioId, number, used: count };
  });
}

const levels: Readonly<Record<string, Sending['rate']['level']>> = { STANDARD: 'standard', HIGH: 'high' };

function rateOf(lane: LaneState | undefined): Sending['rate'] {
  return {
    allowed: rounded(lane?.rate ?? limits.sendsPerSecondPerNumber),
    used: rounded(lane?.used ?? 0),
    level: levels[lane?.throughput ?? ''] ?? 'unknown',
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function loadOf(owed: readonly Depth[], priority: Priority) {
  const those = owed.filter((one) => one.priority === priority);
  return {
    waiting: those.reduce((sum, one) => sum + one.count, 0),
    oldestS: Math.round(Math.max(0, ...those.map((one) => one.oldestS))),
  };
}

/** By reason, most first. A pause of the whole number holds what would otherwise wait its turn. */
function blockedBy(viewer: Viewer, lane: LaneState | undefined, owed: readonly Depth[]): Sending['blocked'] {
  const counts = new Map<WaitingReason, number>();
  for (const { waitsFor, priority, count } of owed) {
    const held = lane?.pausedFor ?? (priority === priorities.answer ? null : lane?.begunFor);
    const reason = waitsFor === 'turn' ? (held ?? 'turn') : waitsFor;
    if (reason !== 'turn') counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([reason, messages]) => ({ reason, messages, text: blockedText(viewer, reason) }));
}
