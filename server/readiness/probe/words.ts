// What an outcome means, and what to do: for the terminal and for the report. The desk has its own words.

import type { Outcome } from './verdicts.ts';

interface Words {
  readonly short: string;
  readonly why: string;
  readonly fix: string;
}

export const outcomeWords: Readonly<Record<Outcome, Words>> = {
  held: { short: 'as with a number', why: 'It does the same with a number and without.', fix: '' },
  refused: {
    short: 'refused',
    why: 'The same webhook is taken with a number and refused without. Meta sends it again for days, and then it is lost.',
    fix: 'Read the account id (`from_user_id`, `user_id`) where the number is missing.',
  },
  no_answer: {
    short: 'no answer',
    why: 'With a number it answers, without one nothing comes back in time: it hangs, or the process went down.',
    fix: 'Look into its log at that moment, for something that was read and is not there.',
  },
  slow: {
    short: 'much slower',
    why: 'Without a number it takes more than five times as long. Meta wants webhooks answered in a quarter of a second.',
    fix: 'Look for a search that runs over everything because the number is empty.',
  },
  answered_otherwise: {
    short: 'answers otherwise',
    why: 'It is taken, and the answer differs from the one with a number.',
    fix: 'Read both answers: one of them may say that nothing was done.',
  },
  lost: {
    short: 'taken and lost',
    why: 'It answers that all is well, and keeps nothing. Meta does not send it again.',
    fix: 'Look for a line that passes over whatever has no number.',
  },
  split: {
    short: 'one person became two',
    why: 'Somebody who was known is somebody new as soon as the number is gone, or the account id changes. Their history stays behind.',
    fix: 'Find people by account id first, then by number; and follow `previous_user_id` to `user_id`.',
  },
  mixed: {
    short: 'two people became one',
    why: 'Two people share a record. One is shown, and answered with, what the other said.',
    fix: 'Never find people by something that may be empty or may change hands: a missing number, a username.',
  },
  wrote_undefined: {
    short: '“undefined” was written down',
    why: 'The missing number was written as the word “undefined”. Everybody who hides theirs ends up under it.',
    fix: 'Keep nothing where there is nothing, and find people by account id.',
  },
  cut_id: {
    short: 'an account id was cut to its digits',
    why: 'What is left of the id looks like a number. Dialed, it is somebody else’s.',
    fix: 'Keep account ids whole, as text. Clean numbers only.',
  },
  not_judged: {
    short: 'not judged',
    why: 'It is not taken with a number either.',
    fix: '',
  },
};
