// A pretend Meta, put together: the world, the Graph API, the courier of webhooks, a page to play with, and a control API.

import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Asks } from './asks.ts';
import { appSends } from './business.ts';
import { Courier } from './courier.ts';
import { type Fate, Fates } from './fates.ts';
import { FaultPlan } from './faults.ts';
import type { Simulator, SimulatorOptions } from './handle.ts';
import { defaultKnobs, type Knobs } from './knobs.ts';
import { Limits } from './limits.ts';
import { startUpgrade, upgradeFault } from './number-facts.ts';
import { seededRandom } from './random.ts';

import { createDoors } from './server.ts';
import { emptyState, type Outgoing, type State, type Update } from './state.ts';
import { loadState, StateKeeper } from './state-file.ts';
import { failSend, statusOf } from './statuses.ts';
import { World } from './world.ts';

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const knobs: Knobs = { ...defaultKnobs, ...options.knobs };
  const base = options.clock ?? Date.now;
  let offsetMs = 0;
  const clock = (): number => base() + offsetMs;

  const found = options.stateFile === undefined ? undefined : loadState(options.stateFile);
  const state: State = found ?? emptyState();
  // Going on with an old world, ids must not repeat those of the run before.
  const seed = options.seed ?? randomUUID();
  const random = seededRandom(found === undefined ? seed : `${seed} ${clock()} ${state.lines.length}`);

  const keeper =
    options.stateFile === undefined
      ? undefined
      : new StateKeeper(options.stateFile, () => ({ ...state, waiting: courier.waiting() }));
  const changed = (lasting: boolean): void => keeper?.changed(lasting);
  const courier: Courier = new Courier({
    url: options.webhookUrl,
    appSecret: options.appSecret,
    knobs,
    random,
    clock,
    waiting: state.waiting,
    changed: () => changed(false),
  });
  const mediaFolder = options.stateFile === undefined ? {} : { mediaFolder: `${options.stateFile}.media` };
  const emit = (update: Update): void => courier.push(update);
  const errands = new Errands();
  const later = (ms: number, act: () => void): void => errands.later(ms, act);
  const world = new World({ state, knobs, random, clock, ...mediaFolder, emit, later, changed });
  const faults = new FaultPlan();
  const limits = new Limits(world);
  const fates = new Fates(world);
  const asks = new Asks(world);
  const listeners: ((sent: Outgoing) => void)[] = [];

  const follow = (sent: Outgoing, fate: Fate): void => {
    for (const listener of listeners) listener(sent);
    if (fate.kind === 'silence') return;
    if (fate.kind === 'fails') {
      errands.later(knobs.sentAfterMs ?? 0, () => failSend(world, sent, fate.code, fate.details));
      return;
    }
    if (knobs.sentAfterMs === null) return;
    errands.later(knobs.sentAfterMs, () => {
      statusOf(world, sent, 'sent');
      if (knobs.deliveredAfterMs === null) return;
      errands.later(knobs.deliveredAfterMs, () => {
        statusOf(world, sent, 'delivered');
        asks.reached(sent);
      });
    });
  };
  // Owed from the moment of acceptance, though it starts only after the answer: whoever has the answer can wait for the rest.
  const accepted = (sent: Outgoing, fate: Fate): (() => void) => {
    const settle = errands.owe();
    return () => {
      follow(sent, fate);
      settle();
    };
  };

  // Statuses an earlier run still owed.
  for (const sent of state.outbox) {
    if (sent.status === 'accepted' && sent.personId !== undefined) {
      errands.later(0, () => statusOf(world, sent, 'sent'));
      errands.later(0, () => statusOf(world, sent, 'delivered'));
    }
  }

  world.catalog.resume();

  const simulator: Omit<Simulator, 'url' | 'close'> = {
    world,
    knobs,
    outbox: state.outbox,
    deliveries: courier.deliveries,
    resumed: found !== undefined,
    get givenUp() {
      return courier.givenUp;
    },
    get held() {
      return courier.held;
    },
    appSends: (phoneNumberId, personId, content) => appSends(world, phoneNumberId, personId, content),
    verify: () => handshake(courier.url, options.verifyToken, random.text('0123456789', 10)),
    pointAt: (webhook) => {
      courier.url = webhook.url ?? courier.url;
      courier.appSecret = webhook.appSecret ?? courier.appSecret;
    },
    inject: (fault) => faults.add(fault),
    calm: () => faults.clear(),
    hold: () => courier.hold(),
    flush: (flushOptions) => courier.flush(flushOptions),
    settled: async () => {
      do {
        await errands.done();
        await courier.settled();
      } while (errands.open > 0);
    },
    advance: (ms) => {
      offsetMs += ms;
      for (const number of world.numbers) upgradeFault(world, number);
      asks.look();
    },
    upgrade: (phoneNumberId) => startUpgrade(world, phoneNumberId),
    onAccepted: (listener) => {
      listeners.push(listener);
    },
  };

  const doors = createDoors({
    simulator,
    graph: { world, limits, fates, faults, accessToken: options.accessToken },
    accepted,
  });
  await new Promise<void>((resolve, reject) => {
    doors.once('error', reject);
    doors.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { port } = doors.address() as AddressInfo;
  const host = options.host ?? '127.0.0.1';

  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  world.media.base = url;

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    errands.drop();
    asks.stop();
    keeper?.save();
    courier.close();
    doors.closeAllConnections();
    await new Promise<void>((resolve) => doors.close(() => resolve()));
  };
  const whole = Object.defineProperties({} as Simulator, Object.getOwnPropertyDescriptors(simulator));
  return Object.assign(whole, {
    url,
    close: () => {
      closing ??= close();
      return closing;
    },
  });
}

/** Things due a little later, counted, so that a test can wait for the last of them. */
class Errands {
  readonly #timers = new Set<NodeJS.Timeout>();
  #owed = 0;
  #over = false;
  #waiting: (() => void)[] = [];

  get open(): number {
    return this.#timers.size + this.#owed;
  }

  /** Something will be due; call the answer once it is. */
  owe(): () => void {
    this.#owed++;
    return () => {
      this.#owed--;
      if (this.open === 0) this.#release();
    };
  }

  later(delayMs: number, act: () => void): void {
    if (this.#over) return;
    const timer = setTimeout(() => {
      act();
      this.#timers.delete(timer);
      if (this.open === 0) this.#release();
    }, delayMs);
    this.#timers.add(timer);
  }

  done(): Promise<void> {
    if (this.open === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  drop(): void {
    this.#over = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#owed = 0;
    this.#release();
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

async function handshake(url: string, verifyToken: string, challenge: string): Promise<boolean> {
  const address = new URL(url);
  address.searchParams.set('hub.mode', 'subscribe');
  address.searchParams.set('hub.challenge', challenge);
  address.searchParams.set('hub.verify_token', verifyToken);
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
    return (await answer.text()) === challenge && answer.status === 200;
  } catch {
    return false;
  }
}
