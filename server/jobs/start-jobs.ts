// Every job, started together: the doors opened by time, with what rouses each before its time.

import type { Policy } from '@throughline/identity';
import type { Logger } from 'pino';
import type { Blobs } from '../blobs/blobs.ts';
import type { Database } from '../db/connect.ts';
import { analyzeUnknown } from '../db/statistics.ts';
import { eventsChannel } from '../events/store.ts';
import type { Figures } from '../figures.ts';
import type { Tools } from '../flows/tools.ts';
import type { Ledger } from '../privacy/ledger.ts';
import type { Network } from '../subscriptions/rules-networks.ts';
import { checkCampaigns } from './check-campaigns.ts';
import { checkIdentities, decideOutdated } from './check-identities.ts';
import { countContactBooks } from './count-contact-book.ts';
import { countDays } from './count-coverage.ts';
import { type Courier, createCourier } from './deliver-events.ts';
import { createSender, settleLost } from './deliver-messages.ts';
import { parkUnrouted } from './drain-inbox.ts';
import { erasePeople } from './erase-people.ts';
import { expireAsked } from './expire-number-requests.ts';
import { giveWords } from './give-words.ts';
import type { GraphAccess } from './graph.ts';
import { learnLimits } from './learn-limits.ts';
import { type Loop, startLoop } from './loop.ts';
import { makeExports, scheduleExports, sweepExports } from './make-exports.ts';
import { startMediaLoops } from './media-loops.ts';
import { packCrowded } from './pack-evidence.ts';
import { runCampaigns, sweepCampaigns, tellCampaigns } from './run-campaigns.ts';
import { createCanaries } from './run-canaries.ts';
import { runErrands } from './run-errands.ts';
import { sealPlainBodies } from './seal-plain.ts';
import { startDrains } from './start-drains.ts';
import { stepImports, sweepImports } from './step-imports.ts';
import { sweepOutdatedOfAll } from './sweep-outdated.ts';
import { sweepRetention } from './sweep-retention.ts';
import { syncTemplates } from './sync-templates.ts';
import { tendPrivacy } from './tend-privacy.ts';
import { workByTime } from './work-by-time.ts';

export interface JobParts {
  db: Database;
  graph: GraphAccess;
  blobs: Blobs;
  policy: Policy;
  tools: Tools;
  log: Logger;
  figures: Figures;
  ledger: Ledger;
  /** Private networks events may be delivered into. */
  networks: readonly Network[];
}

export interface Jobs {
  wakes: {
    wakeInbox: ReturnType<typeof startDrains>;
    wakeSender: () => void;
    wakeErrands: () => void;
    wakeMedia: () => void;
    wakeTemplates: () => void;
    wakeCampaigns: () => void;
    wakePrivacy: () => void;
    wakeEvents: () => void;
    wakeExports: () => void;
    wakeImports: () => void;
    wakeCanary: () => void;
  };
  /** Asks an address of somebody's, where it may be reached. */
  ask: Courier['ask'];
  /** Resolves when every run in progress is over. */
  close(): Promise<void>;
}

const second = 1_000;
const minute = 60 * second;

export function startJobs(parts: JobParts): Jobs {
  const { db, tools, log } = parts;
  const loops: Loop[] = [];
  const start = (name: string, restMs: number, run: () => Promise<number>): Loop => {
    const loop = startLoop({ name, run, restMs, log });
    loops.push(loop);
    return loop;
  };

  const wakeInbox = startDrains(parts, start);
  const sending = startSending(parts, start);
  const campaigns = [
    start('check-campaigns', 500, () => checkCampaigns(parts)),
    start('run-campaigns', 500, () => runCampaigns({ ...parts, wakeSender: sending.wake })),
  ];
  const errands = start('run-errands', 500, () => runErrands(parts));
  const deciding = { policy: parts.policy, tools };
  const erasures = start('erase-people', second, () => erasePeople({ ...parts, deciding, wakeErrands: errands.wake }));
  start('tend-privacy', minute, () => tendPrivacy({ db, tools }));
  const templates = start('sync-templates', second, () => syncTemplates(parts));
  const media = startMediaLoops(parts, sending.wake);
  loops.push(...media.loops);
  const courier = createCourier(parts);
  const events = start('deliver-events', second, async () => {
    await courier.look();
    return 0;
  });
  const listening = db.listen(eventsChannel, () => courier.wake());
  // Without it what happens is delivered a little later.
  listening.catch(() => {});

  const canaries = createCanaries(parts);
  const canary = start('run-canaries', 2 * second, async () => {
    await canaries.look();
    return 0;
  });
  const exports = start('make-exports', second, () => makeExports(parts));
  start('schedule-exports', 10 * second, () => scheduleExports({ db, tools, wakeExports: exports.wake }));
  const imports = start('step-imports', second, () => stepImports(parts));
  start('sweep-imports', 10 * minute, () => sweepImports({ db, tools }));
  start('sweep-exports', minute, () => sweepExports({ db, tools }));

  const passedOver = new Set<string>();
  start('decide-outdated', 10 * second, () => decideOutdated(parts, { passedOver, wakeInbox }));
  start('pack-evidence', 5 * second, () => packCrowded({ db, tools, wakeInbox }));
  start('count-coverage', minute, () => countDays({ db, tools }));
  start('check-identities', minute, () => checkIdentities(parts));
  start('park-unrouted', 2 * second, () => parkUnrouted(parts));
  start('tell-campaigns', second, () => tellCampaigns(parts));
  start('sweep-campaigns', minute, () => sweepCampaigns(parts));
  start('count-contact-book', minute, () => countContactBooks({ db, tools }));
  start('work-by-time', 2 * second, () => workByTime({ db, tools }));
  start('expire-asked', minute, () => expireAsked({ db, tools }));
  start('give-words', 10 * minute, () => giveWords({ db }));
  start('sweep-outdated', 10 * minute, () => sweepOutdatedOfAll(parts));
  start('seal-plain', 10 * minute, () => sealPlainBodies({ db }));
  start('analyze-unknown', 5 * second, async () => {
    await analyzeUnknown(db);
    return 0;
  });
  start('sweep-retention', 10 * minute, () => sweepRetention({ db, tools }));

  return {
    wakes: {
      wakeInbox,
      wakeSender: sending.wake,
      wakeErrands: errands.wake,
      wakeMedia: media.wake,
      wakeTemplates: templates.wake,
      wakeCampaigns: () => wakeAll(campaigns),
      wakePrivacy: erasures.wake,
      wakeEvents: () => {
        events.wake();
        courier.wake();
      },
      wakeExports: exports.wake,
      wakeImports: imports.wake,
      wakeCanary: canary.wake,
    },
    ask: courier.ask,
    close: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await sending.close();
      await (await listening.catch(() => undefined))?.unlisten();
      await courier.close();
      await canaries.close();
    },
  };
}

/** The sender goes on by itself for the numbers it holds; the loop looks for others. */
function startSending(parts: JobParts, start: (name: string, restMs: number, run: () => Promise<number>) => Loop) {
  const sender = createSender(parts);
  const looking = start('deliver-messages', 250, async () => {
    await sender.look();
    return 0;
  });
  start('learn-limits', minute, () => learnLimits(parts));
  start('settle-lost', 2 * second, () => settleLost(parts));
  return {
    wake: () => {
      sender.wake();
      looking.wake();
    },
    close: () => sender.close(),
  };
}

function wakeAll(loops: readonly Loop[]): void {
  for (const loop of loops) loop.wake();
}
