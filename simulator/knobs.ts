// Everything about the pretend Meta that a test may want otherwise. The defaults are what Meta does today, as far as known.

import type { BsuidStyle } from './ids.ts';

export interface Knobs {
  /** Days a phone number stays visible after traffic with it, per business number. 0 hides it at once. */
  visibilityDays: number;
  /** How a hidden phone is written: left out (since February 2026) or as an empty string (earlier drafts). */
  hiddenPhone: 'omit' | 'empty';
  /** false: the wire before April 2026, without any user id. */
  userIds: boolean;
  /** Wire form of a number change: 0 as before 2026-05, 1 without previous ids, 2 since 2026-08-11. */
  systemGeneration: 0 | 1 | 2;
  /** Also send the withdrawn `user_id_update` field on a number change. */
  legacyUserIdUpdate: boolean;
  /** Countries whose people may have a username. */
  usernameCountries: 'all' | readonly string[];
  bsuid: BsuidStyle;
  /** The tap on "Share contact info" makes the phone visible in that same webhook (seen in the field; not in Meta's example). */
  contactRequestShowsPhone: boolean;
  /** Name messages by an id scoped to the other identifier in quotes and reactions (seen in the field). */
  crossScopedQuotes: boolean;

  /** A BSUID in `to`: accepted, and then it fails with 131026, or nothing ever comes. */
  bsuidInTo: 'fail' | 'silent';
  /** Answer to a `recipient` that is malformed, retired or of another portfolio. Undocumented; 131009 by most reports. */
  unknownRecipientCode: number;
  /**
   * A `to` without `+`. Meta documents that the business number's calling code is put in front; in the field a number that is
   * already complete gets through as it is. `observed` does that for people it knows, `documented` always puts it in front.
   */
  plainNumbers: 'observed' | 'documented';
  /** Whether 131047 comes as the answer or later as a failed status. Meta does both. */
  windowError: 'answer' | 'status';
  windowHours: number;
  /** Pair rate limit: `burst` messages at once, then one every `everyMs`. null: none. */
  pairLimit: { burst: number; everyMs: number } | null;
  /** Sends a second and business number of STANDARD throughput (Meta: 80). null: none, at any level. */
  throughput: number | null;
  /** The same for numbers of HIGH throughput. */
  highThroughput: number;
  /** Milliseconds of the simulator's clock an upgrade to HIGH takes. */
  upgradeMs: number;
  /** What a portfolio over its messaging limit is answered with. Meta names 131048; some report 130429. */
  messagingLimitCode: number;
  /** Marketing messages a person gets in 24 hours, from whomever; the rest fail with 131049. null: all. */
  marketingPerDay: number | null;
  /** How people with an error code for a number fail: as Meta tells that code, or all in one way. */
  sentinels: 'as-meta' | 'answer' | 'status';
  /** Templates neither in the catalog nor registered with `addTemplate`. */
  unknownTemplates: 'accept' | 'refuse';

  /** Real milliseconds from a new template to Meta's decision. null: it stays pending until told otherwise. */
  templateReviewMs: number | null;
  /** `unavailable`: the marketing endpoint answers 134102. */
  marketingMessages: 'on' | 'unavailable';
  /** Whether marketing templates may go by the ordinary endpoint too; else 131063. */
  marketingOnCloudApi: boolean;
  /** Milliseconds after its approval in which the marketing endpoint does not know a template yet (134101). */
  marketingSyncMs: number;

  /** A message naming a file that is not there: refused with 100 as integrators see it, or accepted and failed with 131053. */
  missingMedia: 'answer' | 'status';
  /** Webhooks of files carry an address good for five minutes beside the id (gradually since 2025-11-12). */
  mediaUrlInWebhook: boolean;
  /** Bytes; what people send beyond it arrives as error 131052. */
  largestFromPeople: number;
  /** People a business number may have blocked. */
  mostBlocked: number;

  /** Milliseconds of the simulator's clock after which somebody who answers a request for their number late does so. */
  answersLateMs: number;

  /** Messages and sends kept, the newest of each. null: all, for tests that count them. */
  remember: number | null;

  /** Milliseconds of real time from acceptance to `sent` and on to `delivered`. null: that status never comes by itself. */
  sentAfterMs: number | null;
  deliveredAfterMs: number | null;

  /** The most updates in one POST (Meta: up to 1,000). More than one is only sent when they wait together. */
  batchSize: number;
  /** Put updates of one business number and field into one `value`, as Meta may. */
  mergeValues: boolean;
  concurrency: number;
  /** Real milliseconds before each further attempt; the last repeats. Meta's days, compressed. */
  retryDelaysMs: readonly number[];
  /** Give up on a webhook this long after its first attempt, on the simulator's clock. */
  retryHorizonMs: number;
  answerTimeoutMs: number;
  /** Chance that an answered webhook is posted once more. */
  duplicateRate: number;
  /** Chance that a waiting update is overtaken by a later one. */
  reorderRate: number;
  /** Write non-ASCII as \uXXXX, as Meta may: a signature over re-serialized JSON then fails. */
  escapeUnicode: boolean;
}

const DAY_MS = 86_400_000;

export const defaultKnobs: Knobs = {
  visibilityDays: 30,
  hiddenPhone: 'omit',
  userIds: true,
  systemGeneration: 2,
  legacyUserIdUpdate: false,
  usernameCountries: 'all',
  bsuid: { length: 16, alphabet: 'digits' },
  contactRequestShowsPhone: false,
  crossScopedQuotes: false,
  bsuidInTo: 'fail',
  unknownRecipientCode: 131009,
  plainNumbers: 'observed',
  windowError: 'answer',
  windowHours: 24,
  pairLimit: null,
  throughput: null,
  highThroughput: 1000,
  upgradeMs: 60_000,
  messagingLimitCode: 131048,
  marketingPerDay: null,
  sentinels: 'as-meta',
  unknownTemplates: 'accept',
  templateReviewMs: 0,
  marketingMessages: 'on',
  marketingOnCloudApi: true,
  marketingSyncMs: 0,
  missingMedia: 'answer',
  mediaUrlInWebhook: true,
  largestFromPeople: 100 * 1024 * 1024,
  mostBlocked: 64_000,
  answersLateMs: 3_600_000,
  remember: null,
  sentAfterMs: 0,
  deliveredAfterMs: 0,
  batchSize: 1,
  mergeValues: true,
  concurrency: 4,
  retryDelaysMs: [0, 250, 500, 1000, 2000, 5000, 10_000, 15_000],
  retryHorizonMs: 7 * DAY_MS,
  answerTimeoutMs: 10_000,
  duplicateRate: 0,
  reorderRate: 0,
  escapeUnicode: true,
};

/** Knobs out of a stranger's JSON: a name that does not exist is refused, rather than quietly doing nothing. */
export function knobsOf(input: Record<string, unknown>): Partial<Knobs> {
  for (const name of Object.keys(input)) {
    if (!(name in defaultKnobs))
      throw new Error(`there is no knob "${name}"; there are ${Object.keys(defaultKnobs).join(', ')}`);
  }
  return input as Partial<Knobs>;
}
