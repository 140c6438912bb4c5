// The made-up customer sets out: who is told is written down, what happens to them stands in the log, and those who know people by numbers get a
// stand-in for them. One commit; telling is the job's.

import type { PortfolioId } from '@throughline/identity';
import type { Actor } from '../access/actor.ts';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { appendSynthetic } from '../events/synthetic.ts';
import { nextAfter } from '../exports/rules-schedule.ts';
import { numbersOf } from '../numbers/store.ts';
import { consumersIn } from '../readiness/canary/rules-consumers.ts';
import { newCanary } from '../readiness/canary/rules-settings.ts';
import { eventsOfStory } from '../readiness/canary/rules-story.ts';
import type { CanarySettings, RunKey } from '../readiness/canary/shapes.ts';
import {
  addCanaryRun,
  addConsumers,
  canarySettings,
  dueCanary,
  forgetCanaryRuns,
  readersKnown,
  saveCanarySettings,
} from '../readiness/canary/store.ts';
import { makeAliases } from '../relay/aliases.ts';
import { integrationsOf } from '../relay/store.ts';
import { subscriptionsOf } from '../subscriptions/store.ts';
import { noteAct } from './note-act.ts';
import type { Tools } from './tools.ts';

export type CanaryBegun =
  | { kind: 'begun'; run: RunKey }
  /** One of this portfolio is under way. */
  | { kind: 'running' }
  /** Nothing is told to anybody. */
  | { kind: 'nobody' };

interface Beginning {
  settings: Pick<CanarySettings, 'portfolioId' | 'feed' | 'leftOut'>;
  /** Null: it was time. */
  by: { id: string; name: string } | null;
}

/** Somebody wants it now. */
export async function sendCanary(
  tx: Transaction,
  portfolioId: PortfolioId,
  { actor, tools }: { actor: Actor; tools: Tools },
): Promise<CanaryBegun> {
  const settings = (await canarySettings(tx, portfolioId)) ?? newCanary(portfolioId);
  const begun = await beginCanary(tx, { settings, by: actor }, tools);
  if (begun.kind === 'begun') await noteAct(tx, actor, { act: 'canary_run', portfolio: portfolioId });
  return begun;
}

async function beginCanary(tx: Transaction, { settings, by }: Beginning, tools: Tools): Promise<CanaryBegun> {
  const { portfolioId, feed } = settings;
  const { consumers, lines } = await whoIsTold(tx, settings);
  const [line] = lines;
  if (consumers.length === 0 && !(feed && line)) return { kind: 'nobody' };
  const at = new Date(tools.clock());
  const run = { portfolioId, id: tools.newId() };
  const contactId = tools.newId();
  const asked = { begunBy: by?.id ?? null, begunName: by?.name ?? null };
  const number = await addCanaryRun(tx, { ...run, ...asked, at, feed, contactId });
  if (number === undefined) return { kind: 'running' };
  await addConsumers(tx, run, consumers);
  await forgetCanaryRuns(tx, portfolioId);
  if (line) {
    const messages = [tools.newId(), tools.newId(), tools.newId()] as const;
    const ids = { number, runId: run.id, contactId, conversationId: tools.newId(), messages, phoneNumberId: line };
    appendSynthetic(tx, portfolioId, { events: eventsOfStory({ ...ids, at }), told: feed ? 'read' : 'delivered' });
  }
  if (consumers.some(({ mode, skipped }) => mode === 'stable-alias' && skipped === null))
    await makeAliases(tx, portfolioId, [contactId as never]);
  await record(tx, portfolioId, [{ kind: 'canary', subjectId: run.id }]);
  return { kind: 'begun', run };
}

async function whoIsTold(
  tx: Transaction,
  { portfolioId, feed, leftOut }: Pick<CanarySettings, 'portfolioId' | 'feed' | 'leftOut'>,
) {
  const [webhooks, behind, integrations, numbers, readers] = await Promise.all([
    subscriptionsOf(tx, [portfolioId]),
    subscriptionsOf(tx, [portfolioId], 'relay'),
    integrationsOf(tx, [portfolioId]),
    numbersOf(tx, portfolioId),
    readersKnown(tx, portfolioId),
  ]);
  const halves = new Map(integrations.map((one) => [one.id, one]));
  const lines = numbers.map(({ phoneNumberId }) => phoneNumberId);
  const consumers = consumersIn({
    webhooks,
    integrations: behind.flatMap((one) => {
      const half = halves.get(one.id);
      return half ? [{ ...one, ...half }] : [];
    }),
    ...{ lines, leftOut, readers: feed ? readers : [] },
  });
  return { consumers, lines };
}

/** One whose time has come. However long nobody looked, it sets out once. Answers 0 where none is due. */
export async function beginDueCanary(tx: Transaction, tools: Tools): Promise<number> {
  const now = tools.clock();
  const due = await dueCanary(tx, new Date(now));
  if (!due) return 0;
  await beginCanary(tx, { settings: due, by: null }, tools);
  await saveCanarySettings(tx, { ...due, dueAt: new Date(nextAfter(daily(due), now)) });
  return 1;
}

export function daily({ clock, zone }: Pick<CanarySettings, 'clock' | 'zone'>) {
  return { every: 'day' as const, day: null, clock, zone };
}
