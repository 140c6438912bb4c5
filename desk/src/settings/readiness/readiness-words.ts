// What audits found, in words.

import type { ReadinessOutcome, ReadinessRun } from '@throughline/contract';
import type { Tone } from '../../ui/banner.tsx';
import { say } from '../../words/say.tsx';

export const outcomeWords = (outcome: ReadinessOutcome): string => say('readiness.outcome', { outcome });
export const shapeWords = (shape: string): string => say('readiness.shape', { shape: shape.replaceAll('-', '_') });

export function outcomeTone(outcome: ReadinessOutcome): Tone {
  if (outcome === 'held') return 'good';
  return outcome === 'not_judged' ? 'plain' : 'danger';
}

/** What an audit comes to, in a word or two. */
export function runWords({ kind, score, failing }: ReadinessRun): { words: string; tone: Tone } {
  const tone: Tone = failing === 0 ? 'good' : kind === 'endpoint' && (score ?? 0) >= 80 ? 'warn' : 'danger';
  if (kind === 'endpoint')
    return { words: score === null ? outcomeWords('not_judged') : say('readiness.score', { score }), tone };
  return { words: failing === 0 ? say('readiness.clean') : say('readiness.places', { count: failing }), tone };
}

/** Beside the time before; undefined where there is none. */
export function beforeWords(failing: number, before: number | null): string | undefined {
  if (before === null) return undefined;
  if (before === failing) return say('readiness.same');
  return before > failing
    ? say('readiness.fewer', { count: before - failing })
    : say('readiness.more', { count: failing - before });
}
