// A probe of an integration: every trial told twice, of different people, one webhook after the other. Who posts and who reads is given: this
// knows no network.

import { limits } from '../../limits.ts';
import { type Effects, effectsOf } from './effects.ts';
import { type ProbePerson, probePerson } from './people.ts';
import { type Step, type Trial, trials } from './trials.ts';
import { type Answer, judge, type Telling, type Verdict } from './verdicts.ts';

export interface Probe {
  /** Digits that tell this probe from others: its people and ids begin with them. */
  readonly run: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly displayPhone: string;
  readonly post: (webhook: unknown) => Promise<Answer>;
  /** What the integration has now; undefined where nobody can say. */
  readonly readBack: (() => Promise<unknown>) | undefined;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** How long an integration is given to make something of what it took. */
  readonly settleMs: number;
  readonly told: (verdict: Verdict) => void;
}

export async function runProbe(probe: Probe, chosen: readonly Trial[] = trials): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let next = 0;
  const take = (count: number) => Array.from({ length: count }, () => probePerson(probe.run, next++));
  for (const trial of chosen) {
    const [others, people] = [take(trial.people), take(trial.people)];
    const control = await tell(probe, trial, 'control', others);
    // Where the first is not taken, the second says nothing.
    const isTaken = control.answers.every(({ status }) => status !== undefined && status < 300);
    const tried = isTaken ? await tell(probe, trial, 'trial', people) : { ...control, answers: [] };
    const verdict = judge(trial, control, tried, people);
    probe.told(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
}

async function tell(
  probe: Probe,
  trial: Trial,
  as: 'control' | 'trial',
  people: readonly ProbePerson[],
): Promise<Telling> {
  const steps = trial.steps(people, as, probe.run);
  const words = steps.flatMap(({ says }) => says);
  const read = async () =>
    probe.readBack ? effectsOf(await probe.readBack(), people, wordsOf(people, steps)) : undefined;
  const before = await read();
  const answers: Answer[] = [];
  for (const [index, step] of steps.entries()) {
    const id = `wamid.THROUGHLINEAUDIT${probe.run}${trial.id}${as}${index}`;
    const at = Math.floor(probe.now() / 1000);
    answers.push(await probe.post(step.build({ ...probe, at, id })));
  }
  return { answers, before, after: before && (await settled(probe, before, words, read)), words };
}

/** Words of whom: a trial of two people has one step of each; else they are the one's. */
function wordsOf(people: readonly ProbePerson[], steps: readonly Step[]): string[][] {
  const words = steps.flatMap(({ says }) => says);
  return people.length === 1 ? [words] : people.map((_, at) => words.slice(at, at + 1));
}

/** Read again until everything said is there, or something else changed where nothing was said, for a while at most. */
async function settled(
  { now, wait, settleMs }: Probe,
  before: Effects,
  words: readonly string[],
  read: () => Promise<Effects | undefined>,
): Promise<Effects | undefined> {
  const until = now() + settleMs;
  for (;;) {
    const after = await read();
    if (!after) return undefined;
    const isThere =
      words.length > 0
        ? words.every((word) => after.texts.some((text) => text.includes(word)))
        : after.whole !== before.whole;
    if (isThere || now() >= until) return after;
    await wait(limits.probeLookMs);
  }
}
