// `audit canary`: how the made-up customer fared when they last went through other systems.

import type { Canary, CanaryConsumer } from '@throughline/contract';
import { isBroken } from '../readiness/canary/rules-shown.ts';
import { canariesIn } from '../views/canary.ts';
import { type Call, UsageError, withDatabase } from './command.ts';

/** Answers the exit code: 1 where a system broke. */
export async function auditCanary({ rest, print, say }: Call): Promise<number> {
  if (rest.length > 0) throw new UsageError('audit canary takes no path: it looks at what the canary found.');
  const canaries = await withDatabase(say, (db) => canariesIn(db, 'all', Date.now()));
  print(canaries.flatMap(linesOf).join('\n') || 'There is no portfolio yet.', { canaries });
  return canaries.some(({ last }) => last !== null && last.broken > 0) ? 1 : 0;
}

function linesOf({ portfolioId, enabled, nextAt, last }: Canary): string[] {
  const next = enabled ? `each day, next ${nextAt}` : 'not by itself';
  if (!last) return [`${portfolioId}: ${next}; it has not gone through yet`];
  return [`${portfolioId}: ${next}; last ${last.beganAt}, ${last.state}`, ...last.consumers.map(lineOf)];
}

function lineOf(one: CanaryConsumer): string {
  const { name, verdict, skipped, step, cause, calls } = one;
  if (!isBroken(one)) return `  ${name}: ${skipped ?? verdict}`;
  const call = calls.find((made) => made.step === step);
  return `  ${name}: ${verdict} at ${step} (${call?.status ?? call?.failure}, tried ${call?.tries} times): ${cause}`;
}
