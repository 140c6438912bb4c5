// Time's door to the canary: sends the made-up customer out when it is time, and tells every system of them, each step by step, several side by side.
// Calls are made here and not from the lists of deliveries, so that one that fails holds up and turns off nothing.
//
// A process that cannot say in time that it is still at it stops. Whoever takes the run up goes on behind the last step that was written down; a step
// that was under way is told again, as it is with deliveries.

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CanaryStep } from '@throughline/contract';
import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { beginDueCanary } from '../flows/begin-canary.ts';
import { recordCanaryCalls, recordCanaryEnd } from '../flows/record-canary.ts';
import { type CanaryWord, wordOfCanary } from '../flows/tell-canary.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { againAfterMs, findingOn, nextStep } from '../readiness/canary/rules-verdict.ts';
import type { CanaryCall, CanaryRunRow, ConsumerRow, Finding } from '../readiness/canary/shapes.ts';
import { claimCanaryRun, consumersOf, releaseCanaryRun, renewCanaryRun, skipRest } from '../readiness/canary/store.ts';
import { type CallAnswer, type Caller, openCaller } from './call-out.ts';

export interface RunningCanaries {
  db: Database;
  tools: Tools;
  log: Logger;
  /** Private networks that may be reached all the same. */
  networks: Parameters<typeof openCaller>[0]['allowed'];
  /** For tests that cannot wait: shorter times than those of the limits. */
  times?: {
    timeoutMs?: number;
    tries?: number;
    firstWaitMs?: number;
    slowMs?: number;
    leaseMs?: number;
    answerWaitMs?: number;
  };
}

export interface Canaries {
  /** Sends out who is due, and takes up runs that are nobody's. Answers how many it took: it does not wait for them. */
  look(): Promise<number>;
  /** Waits for the runs under way. */
  settled(): Promise<void>;
  /** Leaves the runs under way to whoever looks next. */
  close(): Promise<void>;
}

const common = { 'content-type': 'application/json', 'user-agent': 'Throughline' };

export function createCanaries(parts: RunningCanaries): Canaries {
  const { db, tools, log, networks, times = {} } = parts;
  const caller = openCaller({
    allowed: networks,
    ...(times.timeoutMs !== undefined && { timeoutMs: times.timeoutMs }),
  });
  const closing = new AbortController();
  const running = new Set<Promise<void>>();

  return {
    look: async () => {
      while (!closing.signal.aborted && (await inTransaction(db, (tx) => beginDueCanary(tx, tools))) > 0);
      let taken = 0;
      while (!closing.signal.aborted && running.size < limits.canaryRunsAtOnce) {
        const by = randomUUID();
        const lending = { by, now: new Date(tools.clock()), until: leaseEnd(parts) };
        const run = await inTransaction(db, (tx) => claimCanaryRun(tx, lending));
        if (!run) break;
        taken += 1;
        const one = new Running({ ...parts, caller, closing: closing.signal }, run, by)
          .go()
          .catch((error: unknown) =>
            log.error({ event: 'canary_failed', run: run.id, error: error instanceof Error ? error.name : 'unknown' }),
          )
          .finally(() => running.delete(one));
        running.add(one);
      }
      return taken;
    },
    settled: async () => {
      await Promise.all(running);
    },
    close: async () => {
      closing.abort();
      await Promise.all(running);
      await caller.close();
    },
  };
}

function leaseEnd({ tools, times = {} }: Pick<RunningCanaries, 'tools' | 'times'>): Date {
  return new Date(tools.clock() + (times.leaseMs ?? limits.canaryLeaseMs));
}

interface Parts extends RunningCanaries {
  caller: Caller;
  closing: AbortSignal;
}

class Running {
  readonly #parts: Parts;
  readonly #run: CanaryRunRow;
  readonly #by: string;
  readonly #lost = new AbortController();
  readonly #signal: AbortSignal;

  constructor(parts: Parts, run: CanaryRunRow, by: string) {
    this.#parts = parts;
    this.#run = run;
    this.#by = by;
    this.#signal = AbortSignal.any([parts.closing, this.#lost.signal]);
  }

  async go(): Promise<void> {
    const { db, tools, closing, times = {} } = this.#parts;
    const run = this.#run;
    const tooLong = tools.clock() - run.beganAt.getTime() > limits.canaryHours * 60 * 60 * 1000;
    if (run.attempts > limits.canaryAttempts || tooLong) return await this.#end('interrupted');
    const renewMs = Math.min(limits.canaryRenewMs, (times.leaseMs ?? limits.canaryLeaseMs) / 4);
    const timer = setInterval(() => void this.#renew(), renewMs);
    try {
      const consumers = (await consumersOf(db, [run])).filter(({ kind, verdict }) => kind !== 'reader' && !verdict);
      const rest = [...consumers];
      const one = async () => {
        for (let next = rest.shift(); next && !this.#signal.aborted; next = rest.shift()) await this.#tellAll(next);
      };
      await Promise.all(Array.from({ length: limits.canaryConsumersAtOnce }, one));
      if (!this.#signal.aborted) await this.#end('ended');
    } finally {
      clearInterval(timer);
      if (closing.aborted) await inTransaction(db, (tx) => releaseCanaryRun(tx, run, this.#by)).catch(() => {});
    }
  }

  async #renew(): Promise<void> {
    const lending = { by: this.#by, until: leaseEnd(this.#parts) };
    const held = await inTransaction(this.#parts.db, (tx) => renewCanaryRun(tx, this.#run, lending)).catch(() => false);
    if (!held) this.#lost.abort();
  }

  async #end(state: 'ended' | 'interrupted'): Promise<void> {
    const { db, tools } = this.#parts;
    const end = { by: this.#by, state, at: new Date(tools.clock()) };
    await inTransaction(db, (tx) => recordCanaryEnd(tx, this.#run, end));
  }

  /** Step by step. */
  async #tellAll(consumer: ConsumerRow): Promise<void> {
    const { db, tools, times = {} } = this.#parts;
    const calls = [...consumer.calls];
    for (;;) {
      const step = nextStep(consumer.steps, calls);
      if (step === 'delivered' && consumer.kind === 'relay') await this.#awaitAnswer(consumer);
      const word = await wordOfCanary(db, { run: this.#run, consumer, step, at: tools.clock() });
      if (word.kind === 'skip') return await inTransaction(db, (tx) => skipRest(tx, consumer, word.skipped));
      if (word.kind === 'over' || step === undefined) {
        const takesOthers = word.kind === 'over' && word.takesOthers;
        const slowMs = times.slowMs ?? limits.canarySlowMs;
        return await this.#save(consumer, calls, findingOn({ calls, mode: consumer.mode, takesOthers, slowMs }));
      }
      const call = await this.#tell(word, step);
      if (!call) return;
      calls.push(call);
      await this.#save(consumer, calls, null);
    }
  }

  /** An answer to them is told of in the words of whoever wrote it, where it comes soon. */
  async #awaitAnswer({ portfolioId, runId, id }: ConsumerRow): Promise<void> {
    const { db, times = {} } = this.#parts;
    const until = performance.now() + (times.answerWaitMs ?? limits.canaryAnswerWaitMs);
    while (!this.#signal.aborted && performance.now() < until) {
      const rows = await consumersOf(db, [{ portfolioId, id: runId }]);
      if (rows.some((one) => one.id === id && one.answers > 0)) return;
      await sleep(limits.canaryAnswerLookMs);
    }
  }

  /** Until it is taken, or was tried often enough. Undefined where this process is to stop. */
  async #tell(word: Tellable, step: CanaryStep): Promise<CanaryCall | undefined> {
    const { times = {} } = this.#parts;
    const firstWaitMs = times.firstWaitMs ?? limits.canaryFirstWaitMs;
    for (let tries = 1; ; tries += 1) {
      const { failure, status, tookMs, retryAfterMs } = await this.#call(word);
      if (failure !== null && this.#signal.aborted) return undefined;
      const again = againAfterMs(tries, { most: times.tries ?? limits.canaryTries, firstWaitMs, retryAfterMs });
      if (failure === null || again === undefined) return { step, tries, failure, status, tookMs };
      await sleep(again, undefined, { signal: this.#signal }).catch(() => {});
      if (this.#signal.aborted) return undefined;
    }
  }

  /** Signed as deliveries are. */
  async #call({ url, body, headers }: Tellable): Promise<CallAnswer> {
    let answer: CallAnswer | undefined;
    for (const signed of headers) {
      answer = await this.#parts.caller.call({ url, headers: { ...common, ...signed }, body, signal: this.#signal });
      if (answer.status !== 401 && answer.status !== 403) break;
    }
    if (!answer) throw new Error('A call was signed with nothing.');
    return answer;
  }

  async #save(consumer: ConsumerRow, calls: readonly CanaryCall[], finding: Finding | null): Promise<void> {
    const came = { by: this.#by, calls, finding };
    const held = await inTransaction(this.#parts.db, (tx) => recordCanaryCalls(tx, consumer, came));
    if (!held) this.#lost.abort();
  }
}

type Tellable = Extract<CanaryWord, { kind: 'tell' }>;
