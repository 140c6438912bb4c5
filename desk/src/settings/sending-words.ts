import { say } from '../words/say.tsx';

const steps = [
  { least: 86_400, words: 'time.days' },
  { least: 3_600, words: 'time.hours' },
  { least: 60, words: 'time.minutes' },
  { least: 1, words: 'time.seconds' },
] as const;

/** "under a second", "24 s", "24 min", "3 h": how long something has waited, in one step. */
export function waitText(seconds: number): string {
  const step = steps.find(({ least }) => seconds >= least);
  return step === undefined ? say('time.underASecond') : say(step.words, { n: Math.floor(seconds / step.least) });
}
