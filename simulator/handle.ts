// What the holder of a running simulator can do with it.

import type { Delivery, FlushOptions } from './courier.ts';
import type { Fault } from './faults.ts';
import type { Knobs } from './knobs.ts';
import type { Content } from './person.ts';
import type { Outgoing } from './state.ts';
import type { World } from './world.ts';

export interface SimulatorOptions {
  /** 0 takes any free port. */
  port?: number;
  host?: string;
  /** The same seed gives the same ids and the same accidents. */
  seed?: number | string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  appSecret: string;
  verifyToken: string;
  accessToken: string;
  webhookUrl: string;
  /** Where the world is kept between runs. */
  stateFile?: string;
  knobs?: Partial<Knobs>;
}

export interface Simulator {
  readonly url: string;
  readonly world: World;
  /** May be changed while running. */
  readonly knobs: Knobs;
  /** Everything the business sent, as accepted. */
  readonly outbox: readonly Outgoing[];
  /** The latest attempts at delivering webhooks. */
  readonly deliveries: readonly Delivery[];
  /** True when the world was found in the state file. */
  readonly resumed: boolean;
  /** Webhooks given up after the horizon. */
  readonly givenUp: number;
  /** A message from the WhatsApp Business app on the business number's own phone. Answers its id. */
  appSends(phoneNumberId: string, personId: string, content: string | Content): string;
  /** The subscription handshake: true where the webhook echoed the challenge. */
  verify(): Promise<boolean>;
  /** Sends webhooks somewhere else from now on, or signs them with another secret. */
  pointAt(webhook: { url?: string; appSecret?: string }): void;
  /** Plans trouble: for the next calls, or with `chance` for every call from now on. */
  inject(fault: Fault): void;
  /** Forgets all trouble planned. */
  calm(): void;
  hold(): void;
  flush(options?: FlushOptions): number;
  readonly held: number;
  /** When every webhook was answered with 200 or given up, and every status due was told. Held ones do not count. */
  settled(): Promise<void>;
  /** Moves the simulator's clock forward. */
  advance(ms: number): void;
  /** Moves a business number to high throughput: it takes a minute of the simulator's clock, in which every call fails. */
  upgrade(phoneNumberId: string): void;
  /** Called with each accepted message, after its answer. */
  onAccepted(listener: (sent: Outgoing) => void): void;
  close(): Promise<void>;
}
