// A pretend Meta pointed at a service under test, with a clock of the test's own; and the canaries it sets free: every
// backend id it ever put on the wire.

import { type Knobs, type Simulator, startSimulator } from '@throughline/simulator';
import { type Business, lagosBikes, secrets } from './service.ts';

export interface Town extends Simulator {
  /** Lets this many seconds pass, in the town only. Two things in one second have no order on Meta's wire. */
  pass(seconds?: number): void;
  /** Sets the town's clock: to just after the real one, so that what comes next stands below what an agent wrote. */
  catchUp(): void;
  /** Sets it some minutes back, for a story that begins. */
  rewind(): void;
  /** Every BSUID, parent BSUID, message id and call id so far, and the telling parts of each. */
  canaries(): Set<string>;
}

export interface TownOptions {
  business?: Business;
  webhookUrl?: string;
  /** When the town's clock starts; the real one, some minutes ago, where left out. */
  startsAt?: number;
  seed?: number | string;
  /** The portfolio keeps a Contact Book: numbers stay visible. */
  contactBook?: boolean;
  knobs?: Partial<Knobs>;
}

export async function startTown(options: TownOptions = {}): Promise<Town> {
  const { business = lagosBikes, seed = 7, contactBook = false, knobs } = options;
  let now = wholeSecond(options.startsAt ?? Date.now() - 600_000);
  const meta = await startSimulator({
    appSecret: secrets.app,
    verifyToken: secrets.verify,
    accessToken: secrets.access,
    webhookUrl: options.webhookUrl ?? 'http://127.0.0.1:9/',
    seed,
    clock: () => now,
    knobs: { visibilityDays: contactBook ? 30 : 0, retryDelaysMs: [20], ...knobs },
  });
  meta.world.addPortfolio({ id: business.portfolioId, contactBook, parentAccount: 'group-of-the-journeys' });
  for (const number of business.numbers)
    meta.world.addNumber({ ...number, wabaId: business.wabaId, portfolioId: business.portfolioId });
  const town = Object.defineProperties({} as Town, Object.getOwnPropertyDescriptors(meta));
  return Object.assign(town, {
    pass: (seconds = 60) => {
      now += seconds * 1000;
    },
    catchUp: () => {
      now = Math.max(now, wholeSecond(Date.now()) + 1000);
    },
    rewind: () => {
      now = wholeSecond(Date.now() - 600_000);
    },
    canaries: () => canariesOf(meta),
  });
}

const wholeSecond = (ms: number): number => Math.ceil(ms / 1000) * 1000;

const backendId = /[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{10,128}|(?:wamid|wacid)\.[A-Za-z0-9+/=_-]+/g;

function canariesOf(meta: Simulator): Set<string> {
  const wire = [...meta.deliveries.map(({ body }) => body), JSON.stringify(meta.outbox)];
  const found = new Set(wire.flatMap((text) => text.match(backendId) ?? []));
  for (const id of [...found]) found.add(id.slice(id.lastIndexOf('.') + 1));
  return found;
}

/** Where a canary sings. An answer that holds one would show an agent what no agent may see. */
export function sightings(canaries: ReadonlySet<string>, heard: readonly { path: string; text: string }[]): string[] {
  return heard.flatMap(({ path, text }) =>
    [...canaries].filter((one) => text.includes(one)).map((one) => `${path}: ${one}`),
  );
}
