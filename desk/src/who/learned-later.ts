import type { ExplanationStep } from '@throughline/contract';
import { say } from '../words/say.tsx';
import { dayKey, shortDate } from '../words/time.ts';

/** "known here since 6 Nov", where word of it came on a later day than it happened. */
export function learnedLater({ at, receivedAt }: ExplanationStep, now: number): string | undefined {
  if (receivedAt === null || dayKey(receivedAt) === dayKey(at)) return undefined;
  return Date.parse(receivedAt) > Date.parse(at)
    ? say('who.knownSince', { day: shortDate(receivedAt, now) })
    : undefined;
}
