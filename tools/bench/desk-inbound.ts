// From the moment a webhook is sent to its text being on the screen, while many others come in. The conversation that is open gets
// some messages a second; the list gets all of them, and shows those that are not pushed out of sight before the next frame.

import { sign } from '@throughline/whatsapp';
import type { Page } from 'playwright-core';
import type { Child } from './children.ts';
import { lineOfLongPerson } from './desk-fill.ts';
import { seenTexts, watchTexts } from './desk-page.ts';
import { quantile } from './figures.ts';
import type { LoadResult, LoadTask } from './generator.ts';
import type { Settings } from './settings.ts';
import type { StageDatabase } from './stage.ts';
import { waitUntilApplied } from './waiting.ts';
import { appSecret, webhookOf } from './webhooks.ts';

const connections = 32;
/** As many write at the same time in a town; each has written before, so that none is new. */
const people = 2_000;
/** Beyond those the database is filled with: the same account with another number is somebody who moved, with every message. */
const firstPerson = 1_000_000;
/** As long as it is measured, times this, the same goes on before: what is asked is what a service does that has run for a while. */
const warmTimes = 2;
const probeEveryMs = 200;
/** What was sent last still has to come. */
const afterMs = 2_000;

export interface Inbound {
  /** Milliseconds from sending to painted, one for each message that was. */
  thread: number[];
  list: number[];
  /** Sent to the open conversation, and never shown there. */
  missed: number;
  p50(place: 'thread' | 'list'): number;
  p95(place: 'thread' | 'list'): number;
}

export interface InboundTask {
  /** Where webhooks go. */
  to: string;
  generator: Child<LoadResult>;
  db: StageDatabase;
  settings: Settings & { round: number };
  places: { thread: string; list: string };
}

export async function measureInbound(page: Page, task: InboundTask): Promise<Inbound> {
  const { generator, db, to, settings, places } = task;
  const name = `${new URL(to).port}x${settings.round}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
  const warming = Math.max(people, warmTimes * settings.deskSeconds * settings.deskRate);
  await generator.ask(taskOf(to, { name: `warm${name}`, count: warming, rate: settings.deskRate }));
  await waitUntilApplied(db);
  await watchTexts(page, places);
  const probes = sendProbes(to, name);
  const load = await generator.ask(
    taskOf(to, { name: `live${name}`, count: settings.deskRate * settings.deskSeconds, rate: settings.deskRate }),
  );
  const sentAt = await probes.stop();
  if (load.refused > 0) throw new Error(`${load.refused} webhooks were refused.`);
  await waitUntilApplied(db);
  await page.waitForTimeout(afterMs);
  return inboundOf(await seenTexts(page), sentAt, { name: `live${name}`, load, rate: settings.deskRate });
}

function taskOf(url: string, { name, count, rate }: { name: string; count: number; rate: number }): LoadTask {
  const script = { count, people, firstPerson, name, startAt: Date.now(), perSecond: rate };
  return { url, connections, script, seconds: (2 * count) / rate, rate };
}

/** Messages of the person whose conversation is open, and when each was sent. */
function sendProbes(to: string, name: string) {
  const sentAt = new Map<string, number>();
  const answers: Promise<unknown>[] = [];
  const timer = setInterval(() => {
    const serial = `probe${name}-${sentAt.size}`;
    const raw = webhookOf([lineOfLongPerson(serial, Date.now())]);
    sentAt.set(serial, Date.now());
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': sign(raw, appSecret) };
    answers.push(fetch(`${to}/webhooks/whatsapp`, { method: 'POST', headers, body: new Uint8Array(raw) }));
  }, probeEveryMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(answers);
      return sentAt;
    },
  };
}

function inboundOf(
  seen: ReadonlyMap<string, number>,
  sentAt: ReadonlyMap<string, number>,
  { name, load, rate }: { name: string; load: LoadResult; rate: number },
): Inbound {
  const thread: number[] = [];
  for (const [serial, at] of sentAt) {
    const paintedAt = seen.get(`thread ${serial}`);
    if (paintedAt !== undefined) thread.push(paintedAt - at);
  }
  const list: number[] = [];
  for (const [key, paintedAt] of seen) {
    const [place, serial = ''] = key.split(' ');
    const index = Number(serial.split('-')[1]);
    if (place === 'list' && serial.startsWith(`${name}-`))
      list.push(paintedAt - (load.startedAt + (index * 1000) / rate));
  }
  const values = { thread, list };
  return {
    ...values,
    missed: sentAt.size - thread.length,
    p50: (place) => quantile(values[place], 0.5),
    p95: (place) => quantile(values[place], 0.95),
  };
}
