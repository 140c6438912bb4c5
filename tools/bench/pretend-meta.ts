// The pretend Meta as a process: takes sends as fast as it can, for as many people as asked for. With a place for webhooks it tells
// of each message that it was sent and delivered; without one it tells nothing.

import { startSimulator } from '@throughline/simulator';
import { accessToken, customerPhone } from './outbound-fill.ts';
import { appSecret, ours } from './webhooks.ts';

const meta = await startSimulator({
  appSecret,
  verifyToken: 'bench',
  accessToken,
  webhookUrl: 'http://127.0.0.1:9/',
  seed: 1,
  knobs: { sentAfterMs: null, batchSize: 100, remember: 1_000 },
});
meta.world.addPortfolio({ id: ours.portfolioId, contactBook: false });
meta.world.addNumber({ ...ours, name: 'Bench' });
const people = Number(process.env.BENCH_PEOPLE);
for (let n = 0; n < people; n += 1)
  meta.world.addPerson({ name: `Person ${n}`, phone: customerPhone(n), country: 'US' });

process.on('message', (task: { webhookUrl: string | null }) => {
  if (task.webhookUrl !== null) meta.pointAt({ url: task.webhookUrl });
  meta.knobs.sentAfterMs = task.webhookUrl === null ? null : 0;
  process.send?.({});
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: meta.url });
