// Addresses people give us to call.

import type { Network } from '../../subscriptions/rules-networks.ts';
import { judgeUrl } from '../../subscriptions/rules-networks.ts';
import { sentence } from '../../words/sentence.ts';
import { ProblemError } from '../problems.ts';

/** @throws 422 `url_refused`, with what is wrong about it. */
export function assertMayBeCalled(url: string, networks: readonly Network[]): void {
  const verdict = judgeUrl(url, networks);
  if (verdict.kind === 'ok') return;
  const problem = sentence(`problem.url_refused.${verdict.kind}`);
  throw new ProblemError(422, 'url_refused', problem, { errors: [{ field: 'url', problem }] });
}
