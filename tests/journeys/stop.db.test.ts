// Stopping the service, whoever is connected at that moment.

import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { apiOf, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});

it('stops within seconds, though somebody listens and somebody has connected without asking anything', async () => {
  const agent = await apiOf(service, 'agent');
  const live = await agent.listen();
  // Browsers open connections ahead of need; Node counts one that has not spoken yet as busy.
  const silent = connect(Number(new URL(service.url).port), '127.0.0.1');
  await once(silent, 'connect');
  const before = Date.now();
  await service.end();
  expect(Date.now() - before).toBeLessThan(6_000);
  live.stop();
  silent.destroy();
});
