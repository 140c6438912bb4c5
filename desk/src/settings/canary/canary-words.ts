// What became of the test customer, in words.

import type { Canary, CanaryConsumer, CanaryRun } from '@throughline/contract';
import type { Tone } from '../../ui/banner.tsx';
import { say } from '../../words/say.tsx';
import { failureWords } from '../systems/system-words.ts';

type Call = CanaryConsumer['calls'][number];

export const stepWords = (step: Call['step']): string => say('canary.step', { step });

export const verdictTones: Readonly<Record<CanaryConsumer['verdict'], Tone>> = {
  waiting: 'info',
  well: 'good',
  slow: 'warn',
  refused: 'danger',
  no_answer: 'danger',
  skipped: 'plain',
  read: 'good',
  not_read: 'warn',
};

export function verdictWords({ verdict, skipped }: Pick<CanaryConsumer, 'verdict' | 'skipped'>): string {
  return skipped === null ? say('canary.verdict', { verdict }) : say('canary.skipped', { why: skipped });
}

export const isBroken = ({ verdict }: Pick<CanaryConsumer, 'verdict'>): boolean =>
  verdict === 'refused' || verdict === 'no_answer';

/** What came of one step. */
export function callWords({ state, failure, status, tries, tookMs }: Call): string {
  if (state === 'failed' && failure !== null)
    return `${failureWords(failure, status)} ${say('canary.tries', { count: tries })}`;
  return state === 'taken' && tookMs !== null ? say('canary.took', { ms: tookMs }) : say('canary.callState', { state });
}

export function runWords({ state, broken }: Pick<CanaryRun, 'state' | 'broken'>): { words: string; tone: Tone } {
  if (state === 'running') return { words: say('canary.onTheWay'), tone: 'info' };
  if (state === 'interrupted') return { words: say('canary.interrupted'), tone: 'warn' };
  return { words: say('canary.broken', { count: broken }), tone: broken > 0 ? 'danger' : 'good' };
}

/** Whether it goes by itself, or how it last went. */
export function canaryState({ enabled, isRunning, last }: Canary): { words: string; tone: Tone } {
  if (isRunning) return { words: say('canary.onTheWay'), tone: 'info' };
  if (last) return runWords(last);
  return { words: say(enabled ? 'canary.eachDay' : 'canary.off'), tone: 'plain' };
}
