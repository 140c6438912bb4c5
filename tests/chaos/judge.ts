// Judges what a chaos run left, against the pretend Meta's own record. Pure.

import type { MessageItem } from '@throughline/contract';
import type { Aftermath } from './run-chaos.ts';

export interface Judgement {
  /** How many of what agents see, by what Meta has on record. */
  counts: { meta: string; agents: string; messages: number }[];
  /** Sentences: each is a broken promise. */
  broken: string[];
}

type Sent = Aftermath['outbox'][number];

const reached: Readonly<Record<string, readonly MessageItem['status'][]>> = {
  accepted: ['accepted', 'sent', 'delivered', 'read'],
  sent: ['sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
  read: ['read'],
  failed: ['failed'],
};

export function judge(aftermath: Aftermath): Judgement {
  const { queued, seen, outbox, resent, plan } = aftermath;
  const broken: string[] = [];
  const accepted = new Map<string, Sent[]>();
  for (const sent of outbox) {
    const id = sent.callbackData ?? '';
    accepted.set(id, [...(accepted.get(id) ?? []), sent]);
  }
  for (const [id, all] of accepted) if (all.length > 1) broken.push(`${id} was accepted ${all.length} times.`);

  const ids = [...queued.values()].flat();
  if (ids.length !== plan.sends) broken.push(`${plan.sends} were asked for, ${ids.length} were taken.`);
  const known = new Set([...ids, ...resent.values()]);
  if (known.size !== seen.size) broken.push(`${known.size} were taken, agents see ${seen.size}.`);
  for (const id of accepted.keys()) if (!known.has(id)) broken.push(`${id} reached Meta and was never asked for.`);

  const counts = new Map<string, number>();
  for (const id of known) {
    const item = seen.get(id);
    const sent = accepted.get(id)?.[0];
    if (!item) {
      broken.push(`${id} is gone.`);
      continue;
    }
    const name = `${sent?.status ?? 'never heard of'}\n${item.status}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    broken.push(...(sent ? untrueOfSent(item, sent) : untrueOfUnsent(item)));
  }
  broken.push(...outOfOrder(queued, outbox));
  for (const [old, fresh] of resent) {
    if (seen.get(old)?.resentAs !== fresh) broken.push(`${old} does not show that it was sent again.`);
    if (seen.get(fresh)?.status !== 'delivered') broken.push(`${fresh}, sent again, is ${seen.get(fresh)?.status}.`);
  }
  const rows = [...counts].map(([name, messages]) => {
    const [meta = '', agents = ''] = name.split('\n');
    return { meta, agents, messages };
  });
  return { counts: rows.toSorted((a, b) => b.messages - a.messages), broken };
}

/** Meta accepted it: agents see that it was, and what became of it. */
function untrueOfSent(item: MessageItem, sent: Sent): string[] {
  const wrong: string[] = [];
  if (!reached[sent.status]?.includes(item.status))
    wrong.push(`${item.id} is ${sent.status} at Meta, and agents see ${item.status}.`);
  if (sent.status === 'failed' && item.failure?.code !== sent.errorCode)
    wrong.push(`${item.id} failed with ${sent.errorCode}, and agents read ${item.failure?.code}.`);
  return wrong;
}

/** Meta never had it: it failed with its reason, or nobody knows and a person may send it again. */
function untrueOfUnsent(item: MessageItem): string[] {
  if (item.status === 'failed') return item.failure?.text ? [] : [`${item.id} failed without a reason.`];
  if (item.status !== 'unknown') return [`${item.id} never reached Meta, and agents see ${item.status}.`];
  return item.mayResend || item.resentAs ? [] : [`${item.id} is unknown, and nobody may send it again.`];
}

/** Of each conversation, what reached Meta did so in the order it was written. */
function outOfOrder(queued: Aftermath['queued'], outbox: Aftermath['outbox']): string[] {
  const place = new Map(outbox.map((sent, n) => [sent.callbackData ?? '', n]));
  const wrong: string[] = [];
  for (const ids of queued.values()) {
    const places = ids.flatMap((id) => place.get(id) ?? []);
    if (places.some((one, n) => n > 0 && one < (places[n - 1] ?? 0)))
      wrong.push(`A conversation of ${ids.length} went out of order.`);
  }
  return wrong;
}

/** For people. */
export function reportOf({ plan, kills, elapsedMs, outbox }: Aftermath, { counts, broken }: Judgement): string {
  const rows = [
    ['at Meta', 'agents see', 'messages'],
    ...counts.map((one) => [one.meta, one.agents, String(one.messages)]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows
    .map((row) => `  ${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
  const verdict = broken.length === 0 ? 'Nothing twice, nothing gone, nothing untrue.' : broken.slice(0, 20).join('\n');
  return `${plan.sends} sends to ${plan.people} people, seed ${plan.seed}, ${kills} kills, ${outbox.length} accepted by Meta, ${(elapsedMs / 1000).toFixed(0)} s\n\n${table}\n\n${verdict}\n`;
}
