// Sends for one business number while there is something to send: claims as much as the pace leaves room for, calls, and learns
// from the answers. Nothing here waits for another number.

import { readSendAnswer } from '@throughline/whatsapp';
import { inTransaction } from '../db/connect.ts';
import { type ClaimedSends, claimSends } from '../flows/claim-sends.ts';
import type { SendingOutcome, Sent } from '../flows/record-send-outcome.ts';
import { limits } from '../limits.ts';
import { type Lane, type LaneUse, renewLane } from '../outbound/lanes.ts';
import {
  type Heard,
  isPaused,
  type Pace,
  paceAfter,
  paceFrom,
  refilled,
  roomAfterMs,
  roomIn,
  spent,
} from '../outbound/rules-pace.ts';
import { createPairs, type Pairs } from '../outbound/rules-pairs.ts';
import { orderOfTurn, priorities } from '../outbound/rules-turns.ts';
import type { Due } from '../outbound/store.ts';
import { type Bell, newBell } from './bell.ts';
import { callGraph, type GraphAccess, graphPath } from './graph.ts';
import type { OutcomeRecorder, Recording } from './record-outcomes.ts';

export interface LaneParts extends Recording {
  graph: GraphAccess;
  recorder: OutcomeRecorder;
  /** This process, to the others. */
  holder: string;
  isStopping: () => boolean;
}

/** What one process remembers of a number between two runs of its lane. */
export interface LaneMemory {
  pairs: Pairs;
  pace: Pace | undefined;
  turn: number;
  /** How many were called for in the last minute, by the moment each part was counted. */
  lately: { at: number; count: number }[];
}

export function noMemory(): LaneMemory {
  return { pairs: createPairs(), pace: undefined, turn: 0, lately: [] };
}

export interface RunningLane {
  /** Something may be due. */
  wake(): void;
  /** How many messages were called for, once nothing is due any more, the number rests, or another process has it. */
  finished: Promise<number>;
}

export function runLane(parts: LaneParts, lane: Lane, memory: LaneMemory): RunningLane {
  const run = new LaneRun(parts, lane, memory);
  return { wake: () => run.bell.ring(), finished: run.untilNothingIsDue() };
}

/** The longest a lane waits without looking again: another process may have queued something. */
const lookAgainMs = 250;

class LaneRun {
  readonly bell: Bell = newBell();
  readonly #parts: LaneParts;
  readonly #lane: Lane;
  readonly #memory: LaneMemory;
  #pace: Pace;
  #messagingLimit: number | null;
  #calling = 0;
  /** Called for, recorded or not. */
  readonly #busy = new Set<Promise<void>>();
  #called = 0;
  #uncounted = 0;
  #renewedAt: number;

  constructor(parts: LaneParts, lane: Lane, memory: LaneMemory) {
    this.#parts = parts;
    this.#lane = lane;
    this.#memory = memory;
    const now = Date.now();
    this.#pace = { ...refilled(memory.pace ?? paceOf(lane, now), now), ceiling: ceilingOf(lane) };
    this.#messagingLimit = lane.messagingLimit;
    this.#renewedAt = now;
  }

  async untilNothingIsDue(): Promise<number> {
    try {
      while (!this.#parts.isStopping()) {
        if (Date.now() - this.#renewedAt > limits.sendRenewMs && !(await this.#renew())) break;
        this.#pace = refilled(this.#pace, Date.now());
        if (isPaused(this.#pace)) break;
        const room = this.#room();
        if (room < 1) {
          await this.bell.wait(Math.min(lookAgainMs, roomAfterMs(this.#pace)));
          continue;
        }
        const claimed = await this.#claim(room);
        this.#start(claimed);
        const found = claimed.go.length + claimed.withheld.length + claimed.postponed;
        if (found === 0 && this.#busy.size === 0) break;
        if (found < room) await this.bell.wait(lookAgainMs);
      }
    } finally {
      await Promise.all(this.#busy);
      this.#memory.pace = this.#pace;
      await this.#renew();
    }
    return this.#called;
  }

  #room(): number {
    const { least, most } = limits.sendsInFlight;
    const atOnce = Math.min(most, Math.max(least, Math.ceil(this.#pace.rate)));
    // What Meta has answered and is not on disk yet counts too, or a slow disk would fill the memory.
    const recorded = 2 * atOnce - this.#busy.size;
    return Math.min(roomIn(this.#pace), atOnce - this.#calling, recorded, limits.sendsAtOnce);
  }

  async #claim(room: number): Promise<ClaimedSends> {
    const { db, holder, tools } = this.#parts;
    const { portfolioId, phoneNumberId } = this.#lane;
    const now = Date.now();
    const order = this.#pace.begunPause.until > now ? [priorities.answer] : orderOfTurn(this.#memory.turn++);
    const claiming = { portfolioId, phoneNumberId, holder, room, order };
    const allowances = { pairs: this.#memory.pairs, messagingLimit: this.#messagingLimit, now };
    const claimed = await inTransaction(db, (tx) => claimSends(tx, claiming, allowances, tools));
    if (claimed.limitReachedForMs !== undefined)
      this.#pace = {
        ...this.#pace,
        begunPause: { until: now + claimed.limitReachedForMs, why: 'messaging_limit', times: 0 },
      };
    return claimed;
  }

  #start({ go, withheld }: ClaimedSends): void {
    const claimedAt = performance.now();
    this.#pace = spent(this.#pace, go.length);
    for (const due of go) this.#follow(this.#deliver(due, claimedAt));
    for (const { due, why } of withheld) this.#follow(this.#record({ due, outcome: { kind: 'withheld', why } }));
  }

  #follow(work: Promise<void>): void {
    this.#busy.add(work);
    void work.finally(() => {
      this.#busy.delete(work);
      this.bell.ring();
    });
  }

  async #deliver(due: Due, claimedAt: number): Promise<void> {
    if (performance.now() - claimedAt > limits.sendFreshMs)
      return await this.#record({ due, outcome: { kind: 'not_called' } });
    this.#calling += 1;
    this.#called += 1;
    this.#uncounted += 1;
    const outcome = await call(this.#parts.graph, due);
    this.#calling -= 1;
    this.#pace = paceAfter(this.#pace, heardIn(outcome), Date.now());
    this.bell.ring();
    await this.#record({ due, outcome });
  }

  /** What cannot be recorded at all is found as lost, later. */
  async #record(sent: Sent): Promise<void> {
    await this.#parts.recorder.record(sent).catch((error: unknown) =>
      this.#parts.log.error({
        event: 'send_never_recorded',
        message: sent.due.messageId,
        error: error instanceof Error ? error.name : 'unknown',
      }),
    );
  }

  async #renew(): Promise<boolean> {
    const { db, holder } = this.#parts;
    const use = this.#use();
    const renewed = await inTransaction(db, (tx) =>
      renewLane(tx, this.#lane, { holder, leaseMs: limits.sendLeaseMs, use }),
    );
    if (!renewed) return false;
    this.#pace = { ...this.#pace, ceiling: ceilingOf(renewed) };
    this.#messagingLimit = renewed.messagingLimit;
    return true;
  }

  #use(): LaneUse {
    const now = Date.now();
    this.#renewedAt = now;
    const lately = [...this.#memory.lately, { at: now, count: this.#uncounted }].filter(
      (one) => one.at > now - minuteMs,
    );
    this.#memory.lately = lately;
    this.#uncounted = 0;
    const { pause, begunPause } = this.#pace;
    const until = (ms: number) => (ms > now ? new Date(ms) : null);
    return {
      rate: this.#pace.rate,
      used: lately.reduce((sum, one) => sum + one.count, 0) / (minuteMs / 1000),
      inFlight: this.#calling,
      pausedUntil: until(pause.until),
      pausedFor: pause.until > now ? pause.why : null,
      begunUntil: until(begunPause.until),
      begunFor: begunPause.until > now ? begunPause.why : null,
    };
  }
}

const minuteMs = 60_000;

const ceilingOf = ({ ceiling }: Pick<Lane, 'ceiling'>): number => ceiling ?? limits.sendsPerSecondPerNumber;

function paceOf(lane: Lane, now: number): Pace {
  const pace = paceFrom({ rate: lane.rate, ceiling: ceilingOf(lane) }, now);
  const until = lane.begunUntil?.getTime() ?? 0;
  return until > now ? { ...pace, begunPause: { until, why: lane.begunFor, times: 1 } } : pace;
}

/** No retry here: a call that was cut off may have been heard, so it is `unknown`, and the status tells. */
async function call(graph: GraphAccess, due: Due): Promise<SendingOutcome> {
  const answer = await callGraph(graph, {
    method: 'POST',
    path: graphPath(due.phoneNumberId, due.endpoint),
    body: due.request,
    timeoutMs: limits.sendTimeoutMs,
  });
  switch (answer.kind) {
    case 'answered':
      return readSendAnswer(answer.status, answer.body);
    case 'unreached':
      return answer;
    case 'lost':
      return { kind: 'unknown', why: answer.why };
  }
}

function heardIn(outcome: SendingOutcome): Heard {
  switch (outcome.kind) {
    case 'refused':
      return { kind: 'refused', code: outcome.error.code, about: outcome.explanation.kind };
    case 'accepted':
    case 'unreached':
      return { kind: outcome.kind };
    default:
      return { kind: 'unknown' };
  }
}
