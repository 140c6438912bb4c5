// Time's door to what Meta allows: asks now and then at which throughput a number may send and how many people its portfolio may
// begin with. Whoever sends for the number finds the answer in its lane.

import { readSendingLimits, sendingLimitFields } from '@throughline/whatsapp';
import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type LaneKey, type Learned, lanesToLearn, learn } from '../outbound/lanes.ts';
import { callGraph, type GraphAccess, graphPath } from './graph.ts';

interface Learning {
  db: Database;
  graph: GraphAccess;
  log: Logger;
}

/** Answers 0: the next look is for the loop to time, not to follow at once. */
export async function learnLimits({ db, graph, log }: Learning): Promise<number> {
  const lanes = await lanesToLearn(db, { everyHours: limits.learnEveryHours, limit: limits.learnedAtOnce });
  for (const lane of lanes) {
    const learned = await ask(graph, lane);
    log.info({ event: 'limits_learned', number: lane.phoneNumberId, told: learned !== undefined });
    const said = learned
      ? ({ kind: 'told', learned } as const)
      : ({ kind: 'again', minutes: limits.learnAgainMinutes, everyHours: limits.learnEveryHours } as const);
    await inTransaction(db, (tx) => learn(tx, lane, said));
  }
  return 0;
}

/** Undefined where Meta did not answer as documented. */
async function ask(graph: GraphAccess, lane: LaneKey): Promise<Learned | undefined> {
  const answer = await callGraph(graph, {
    method: 'GET',
    path: graphPath(lane.phoneNumberId),
    query: { fields: sendingLimitFields },
    timeoutMs: limits.sendTimeoutMs,
  });
  if (answer.kind !== 'answered' || answer.status !== 200) return undefined;
  const told = readSendingLimits(answer.body);
  return {
    throughput: told.throughput ?? null,
    messagingTier: told.messagingTier ?? null,
    ceiling: told.messagesPerSecond ?? null,
    messagingLimit: typeof told.messagingLimit === 'number' ? told.messagingLimit : null,
  };
}
