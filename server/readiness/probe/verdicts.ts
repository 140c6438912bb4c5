// What is wrong with an integration, by how it took the two of a pair.

import type { Effects } from './effects.ts';
import type { ProbePerson } from './people.ts';
import type { Trial } from './trials.ts';

/** How one webhook was taken. `status`: undefined where nothing came back. */
export interface Answer {
  readonly status: number | undefined;
  readonly ms: number;
  readonly body: string;
  /** Why nothing came back. */
  readonly trouble?: 'timeout' | 'connection';
}

/** One telling of a trial: its answers, and what there was before and after, where it could be read. */
export interface Telling {
  readonly answers: readonly Answer[];
  readonly before: Effects | undefined;
  readonly after: Effects | undefined;
  /** Words that were said, and are looked for. */
  readonly words: readonly string[];
}

export type Outcome =
  | 'held'
  | 'refused'
  | 'no_answer'
  | 'slow'
  | 'answered_otherwise'
  | 'lost'
  | 'split'
  | 'mixed'
  | 'wrote_undefined'
  | 'cut_id'
  | 'not_judged';

export interface Verdict {
  readonly trial: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly control: Figures;
  readonly tried: Figures;
}

export interface Figures {
  readonly statuses: readonly (number | null)[];
  readonly slowestMs: number;
}

/** Slower than this, and this many times slower than with a number. */
const slowMs = 1_000;
const slowTimes = 5;

export function judge(trial: Trial, control: Telling, tried: Telling, people: readonly ProbePerson[]): Verdict {
  const verdict = (outcome: Outcome): Verdict => ({
    trial: trial.id,
    title: trial.title,
    outcome,
    control: figures(control),
    tried: figures(tried),
  });
  // What is not taken with a number says nothing of what is missing without.
  if (!control.answers.every(isTaken)) return verdict('not_judged');
  if (tried.answers.some(({ status }) => status === undefined)) return verdict('no_answer');
  if (!tried.answers.every(isTaken)) return verdict('refused');
  const effect = effectOutcome(trial, control, tried, people);
  if (effect) return verdict(effect);
  if (isSlow(control, tried)) return verdict('slow');
  const differs =
    control.answers.length === tried.answers.length &&
    control.answers.some((one, at) => !isAlike(one, tried.answers[at]));
  return verdict(differs ? 'answered_otherwise' : 'held');
}

function isTaken({ status }: Answer): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

function figures({ answers }: Telling): Figures {
  return {
    statuses: answers.map(({ status }) => status ?? null),
    slowestMs: Math.round(Math.max(0, ...answers.map(({ ms }) => ms))),
  };
}

function isSlow(control: Telling, tried: Telling): boolean {
  const slowest = Math.max(...tried.answers.map(({ ms }) => ms));
  return slowest > slowMs && slowest > slowTimes * Math.max(...control.answers.map(({ ms }) => ms));
}

/** Answers are compared without what differs from one webhook to the next: ids, numbers, times. */
function isAlike(one: Answer, other: Answer | undefined): boolean {
  return other !== undefined && one.status === other.status && leveled(one.body) === leveled(other.body);
}

function leveled(body: string): string {
  return body
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '#')
    .replace(/(wamid|wacid|word|US)[.-][\w.+/=-]*/g, '#')
    .replace(/Throughline Test [\d-]+|throughline\.test\.[\d.]+/g, '#')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '#')
    .replace(/\d{5,}/g, '#');
}

function effectOutcome(
  trial: Trial,
  control: Telling,
  tried: Telling,
  people: readonly ProbePerson[],
): Outcome | undefined {
  if (!control.before || !control.after || !tried.before || !tried.after) return undefined;
  if (isLost(control, tried)) return 'lost';
  if (
    newTexts(tried).some((text) => /\b(undefined|NaN)\b/.test(text)) &&
    !newTexts(control).some((text) => /\b(undefined|NaN)\b/.test(text))
  )
    return 'wrote_undefined';
  if (newTexts(tried).some((text) => people.some((one) => isCut(text, one)))) return 'cut_id';
  if (trial.expects === 'two people' || trial.people > 1) {
    const { together } = control.after;
    if ([...tried.after.together].some((path) => !together.has(path))) return 'mixed';
  }
  if (trial.expects === 'one person' && isSplit(control.after, tried.after)) return 'split';
  return undefined;
}

/** Kept of the one and not of the other: the words, or, where there are none, any change at all. */
function isLost(control: Telling, tried: Telling): boolean {
  const keeps = ({ after }: Telling, word: string) => after?.texts.some((text) => text.includes(word)) === true;
  const kept = control.words.map((word) => keeps(control, word));
  if (kept.some((is, at) => is && !keeps(tried, tried.words[at] ?? ''))) return true;
  const changes = ({ before, after }: Telling) => before?.whole !== after?.whole;
  return changes(control) && !changes(tried);
}

function newTexts({ before, after }: Telling): string[] {
  const known = new Set(before?.texts);
  return (after?.texts ?? []).filter((text) => !known.has(text));
}

/** The digits of an account id without its letters. */
function isCut(text: string, { userId, laterUserId }: ProbePerson): boolean {
  return [userId, laterUserId].some((id) => text.includes(id.slice(id.lastIndexOf('.') + 1)) && !text.includes(id));
}

/** More of somebody than there is where they were one all along. */
function isSplit(control: Effects, tried: Effects): boolean {
  return [...tried.perPerson].some(
    ([path, times]) => times > (control.perPerson.get(path) ?? 0) && control.perPerson.has(path),
  );
}

/** Of what could be judged, how much held: 0 to 100, undefined where nothing could be judged. */
export function scoreOf(verdicts: readonly Verdict[]): number | undefined {
  const judged = verdicts.filter(({ outcome }) => outcome !== 'not_judged');
  return judged.length === 0
    ? undefined
    : Math.round((100 * judged.filter(({ outcome }) => outcome === 'held').length) / judged.length);
}
