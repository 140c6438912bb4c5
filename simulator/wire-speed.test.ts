import { describe, expect, it } from 'vitest';
import { Fates } from './fates.ts';
import { FaultPlan } from './faults.ts';
import { answerGraph, type GraphAnswer, type GraphParts } from './graph.ts';
import { defaultKnobs } from './knobs.ts';
import { Limits } from './limits.ts';
import { seededRandom } from './random.ts';
import { emptyState } from './state.ts';
import { statusOf } from './statuses.ts';
import { World } from './world.ts';

const PEOPLE = 20_000;
const ROUND = 5000;

function bareWorld(): GraphParts {
  const knobs = { ...defaultKnobs, remember: 1000 };
  const nothing = (): void => {};
  const random = seededRandom(1);
  const clock = () => 1_790_000_000_000;
  const world = new World({
    state: emptyState(),
    knobs,
    random,
    clock,
    emit: nothing,
    later: nothing,
    changed: nothing,
  });
  world.addPortfolio({ id: '900' });
  const number = { phoneNumberId: '200', displayPhone: '+15550001111', wabaId: '100', portfolioId: '900' };
  world.addNumber(number);
  for (let i = 0; i < PEOPLE; i++) {
    const person = world.addPerson({ name: `P ${i}`, phone: `+${2_347_000_000_000 + i}`, country: 'NG' });
    if (i % 5 === 0) person.adoptUsername(`user_${i}`);
    world.noteInbound(person.record, world.number('200'));
  }
  return { world, limits: new Limits(world), fates: new Fates(world), faults: new FaultPlan(), accessToken: 'token' };
}

function send(parts: GraphParts, i: number): void {
  const body = {
    messaging_product: 'whatsapp',
    to: `+${2_347_000_000_000 + (i % PEOPLE)}`,
    type: 'text',
    text: { body: 'hi' },
  };
  const answer = answerGraph(parts, {
    method: 'POST',
    path: '/200/messages',
    query: new URLSearchParams(),
    authorization: 'Bearer token',
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify({ ...body, biz_opaque_callback_data: `row-${i}` })),
  }) as GraphAnswer;
  if (answer.accepted === undefined) throw new Error(`send ${i}: ${JSON.stringify(answer.json)}`);
  for (const status of ['sent', 'delivered', 'read'] as const) statusOf(parts.world, answer.accepted.sent, status);
}

/** Milliseconds of this process's time a send takes: time on the wall would measure the neighbors. */
function round(parts: GraphParts, from: number): number {
  const before = process.cpuUsage();
  for (let i = from; i < from + ROUND; i++) send(parts, i);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / ROUND;
}

describe('the wire at speed', () => {
  it('accepts a send and tells its statuses in well under a millisecond, no slower later on, and forgets the oldest', () => {
    const parts = bareWorld();
    round(parts, 0);
    const early = round(parts, ROUND);
    for (let from = 2 * ROUND; from < 6 * ROUND; from += ROUND) round(parts, from);
    const late = round(parts, 6 * ROUND);
    expect(early).toBeLessThan(0.5);
    expect(late).toBeLessThan(Math.max(0.2, early * 4));
    const { lines, outbox } = parts.world.state;
    expect(Math.max(lines.length, outbox.length)).toBeLessThanOrEqual(1100);
    expect(outbox.at(-1)?.callbackData).toBe(`row-${7 * ROUND - 1}`);
    expect(parts.world.line(outbox.at(-1)?.wamid ?? '')?.status).toBe('read');
  });
});
