// Carries updates to the webhook: signed over the exact bytes, batched, several at a time, again and again until 200.
// It promises neither order nor uniqueness, like Meta (Meta, "Webhooks overview", read 2026-09), and loses nothing
// until the horizon has passed. `hold` and `flush` let a test decide the order instead.

import { createHmac } from 'node:crypto';
import { envelopeOf } from './envelope.ts';
import type { Knobs } from './knobs.ts';
import { type Random, seededRandom } from './random.ts';
import type { Update } from './state.ts';

export interface FlushOptions {
  order?: 'as-happened' | 'reversed' | 'shuffled';
  /** For `shuffled` and `duplicates`; the same seed gives the same deliveries. */
  seed?: number | string;
  /** The share of updates delivered twice, 0 to 1. */
  duplicates?: number;
}

/** One attempt, for tests and for the control API. */
export interface Delivery {
  body: string;
  signature: string;
  attempt: number;
  /** null: nothing came back. */
  status: number | null;
}

interface Parcel {
  updates: Update[];
  body: Buffer;
  attempt: number;
  bornAt: number;
}

interface CourierParts {
  url: string;
  appSecret: string;
  knobs: Knobs;
  random: Random;
  clock: () => number;
  /** Updates left over from an earlier life. */
  waiting: Update[];
  changed: () => void;
}

const MAX_DELIVERIES = 2000;

export class Courier {
  url: string;
  appSecret: string;
  readonly deliveries: Delivery[] = [];
  givenUp = 0;
  readonly #parts: CourierParts;
  readonly #queue: Update[];
  readonly #parcels: Parcel[] = [];
  readonly #resting = new Map<NodeJS.Timeout, Parcel>();
  readonly #flying = new Map<AbortController, Parcel>();
  #held: Update[] | undefined;
  #wake: NodeJS.Immediate | undefined;
  #closed = false;
  #idle: (() => void)[] = [];

  constructor(parts: CourierParts) {
    this.#parts = parts;
    this.url = parts.url;
    this.appSecret = parts.appSecret;
    this.#queue = [...parts.waiting];
    this.#stir();
  }

  push(update: Update): void {
    if (this.#held !== undefined) this.#held.push(update);
    else this.#enqueue(update);
    this.#parts.changed();
  }

  /** From now on nothing leaves; what is under way already is still delivered. */
  hold(): void {
    this.#held ??= [];
  }

  get held(): number {
    return this.#held?.length ?? 0;
  }

  /** Lets go of everything held, in the order asked for, and stops holding. Answers how many updates that were. */
  flush(options: FlushOptions = {}): number {
    const held = this.#held ?? [];
    this.#held = undefined;
    const random = seededRandom(options.seed ?? 1);
    const copies = held.filter(() => random.chance(options.duplicates ?? 0));
    let all = [...held, ...copies];
    if (options.order === 'reversed') all.reverse();
    if (options.order === 'shuffled') all = random.shuffled(all);
    this.#queue.push(...all);
    this.#stir();
    return all.length;
  }

  /** When nothing is waiting or under way any more; held updates do not count. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.#stir();
    });
  }

  /** Everything not answered with 200 yet. */
  waiting(): Update[] {
    const parcels = [...this.#flying.values(), ...this.#resting.values(), ...this.#parcels];
    return [...parcels.flatMap((parcel) => parcel.updates), ...this.#queue, ...(this.#held ?? [])];
  }

  close(): void {
    this.#closed = true;
    if (this.#wake !== undefined) clearImmediate(this.#wake);
    for (const timer of this.#resting.keys()) clearTimeout(timer);
    for (const flight of this.#flying.keys()) flight.abort();
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #enqueue(update: Update): void {
    const { random, knobs } = this.#parts;
    if (knobs.reorderRate > 0 && this.#queue.length > 0 && random.chance(knobs.reorderRate)) {
      this.#queue.splice(random.int(0, this.#queue.length - 1), 0, update);
    } else {
      this.#queue.push(update);
    }
    this.#stir();
  }

  /** Waits for the current act to end, so that what happens together can travel together. */
  #stir(): void {
    if (this.#closed || this.#wake !== undefined) return;
    this.#wake = setImmediate(() => {
      this.#wake = undefined;
      this.#pump();
    });
  }

  #pump(): void {
    while (!this.#closed && this.#flying.size < this.#parts.knobs.concurrency) {
      const parcel = this.#parcels.shift() ?? this.#pack();
      if (parcel === undefined) break;
      void this.#carry(parcel);
    }
    const idle = this.#flying.size === 0 && this.#resting.size === 0;
    if (idle && this.#parcels.length === 0 && this.#queue.length === 0) {
      for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  #pack(): Parcel | undefined {
    const { knobs, random, clock } = this.#parts;
    const updates = this.#queue.splice(0, Math.max(1, knobs.batchSize));
    const first = updates[0];
    if (first === undefined) return undefined;
    const text = JSON.stringify(envelopeOf(updates, knobs.mergeValues));
    const body = Buffer.from(knobs.escapeUnicode ? escaped(text) : text);
    const parcel = { updates, body, attempt: 0, bornAt: clock() };
    if (random.chance(knobs.duplicateRate)) this.#parcels.push({ ...parcel });
    return parcel;
  }

  async #carry(parcel: Parcel): Promise<void> {
    const flight = new AbortController();
    this.#flying.set(flight, parcel);
    parcel.attempt++;
    const signature = signatureOf(parcel.body, this.appSecret);
    const status = await post(this.url, parcel.body, signature, flight, this.#parts.knobs.answerTimeoutMs);
    this.#flying.delete(flight);
    if (this.#closed) {
      // Kept for `waiting`: what was cut off is not delivered.
      if (status !== 200) this.#parcels.push(parcel);
      return;
    }
    this.#remember({ body: parcel.body.toString(), signature, attempt: parcel.attempt, status });
    if (status === 200) this.#parts.changed();
    else this.#rest(parcel);
    this.#stir();
  }

  #rest(parcel: Parcel): void {
    const { clock, knobs } = this.#parts;
    if (clock() - parcel.bornAt > knobs.retryHorizonMs) {
      this.givenUp += parcel.updates.length;
      return;
    }
    const delays = knobs.retryDelaysMs;
    const delayMs = delays[Math.min(parcel.attempt, delays.length) - 1] ?? 0;
    const timer = setTimeout(() => {
      this.#resting.delete(timer);
      this.#parcels.push(parcel);
      this.#stir();
    }, delayMs);
    this.#resting.set(timer, parcel);
  }

  #remember(delivery: Delivery): void {
    this.deliveries.push(delivery);
    if (this.deliveries.length > MAX_DELIVERIES) this.deliveries.splice(0, MAX_DELIVERIES / 10);
  }
}

/** The value of `X-Hub-Signature-256` for these bytes. */
export function signatureOf(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

async function post(
  url: string,
  body: Buffer,
  signature: string,
  flight: AbortController,
  timeoutMs: number,
): Promise<number | null> {
  const timer = setTimeout(() => flight.abort(), timeoutMs);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': signature,
      },
      body: new Uint8Array(body),
      signal: flight.signal,
      redirect: 'manual',
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

const escaped = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
