// The bare limit of sending: a loop of fetch over the same bodies, with the sender's concurrency and nothing recorded.

import { limits } from '../../server/limits.ts';
import { accessToken, bodyOf } from './outbound-fill.ts';
import { ours } from './webhooks.ts';

export interface BareResult {
  elapsedMs: number;
  /** Of each call. */
  callMs: number[];
}

const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };

/** Again where the other side closed a kept connection just then: nothing depends on how often it is heard here. */
async function call(url: string, body: string): Promise<Response> {
  for (let left = 5; ; left -= 1)
    try {
      return await fetch(url, { method: 'POST', headers, body });
    } catch (error) {
      if (left === 0) throw error;
    }
}

process.on('message', async ({ url, sends, round }: { url: string; sends: number; round: string }) => {
  const started = performance.now();
  const callMs: number[] = [];
  let next = 0;
  const loop = async () => {
    for (let n = next++; n < sends; n = next++) {
      const began = performance.now();
      const body = JSON.stringify(bodyOf(n, `bare ${round} ${n}`));
      const answer = await call(`${url}/v26.0/${ours.phoneNumberId}/messages`, body);
      await answer.text();
      if (answer.status !== 200) throw new Error(`The pretend Meta answered ${answer.status}.`);
      callMs.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: limits.sendsInFlight.most }, loop));
  const result: BareResult = { elapsedMs: performance.now() - started, callMs };
  process.send?.(result);
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: 'fetch' });
