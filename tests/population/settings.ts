// What the town is like. The rates are higher than in life, so that a small town has enough of what is rare.

export const secondMs = 1000;
export const hourMs = 3600 * secondMs;
export const dayMs = 24 * hourMs;
export const yearMs = 365 * dayMs;

export interface TownSettings {
  seed: number;
  people: number;
  /** Milliseconds since the epoch: the first day, and how long the town is watched. */
  startsAt: number;
  days: number;
  /** How often a person with a phone does this, once in so many years. */
  yearsBetween: { changesOfNumber: number; leaving: number; newAccountsOnSameNumber: number };
  /** Share of people who take a username at some time; and of taken usernames, how many somebody gave up before. */
  usernames: number;
  usernamesTakenOver: number;
  /** Share of new numbers that somebody gave up before; and how many of these before the 45 days are over. */
  recycled: number;
  recycledEarly: number;
  /** Share of people who write to both portfolios, and of those we write to first. */
  bothPortfolios: number;
  writtenToFirst: number;
  /** Share of acts of people who show their number whose webhook has no account id. Before `accountsSince` it is all of them. */
  phoneOnly: number;
  accountsSince: number;
  /** Share of changes of number of which no word ever comes; and of those told, the share in each older wire form. */
  changesUntold: number;
  changesInPhonesOnly: number;
  changesWithoutPreviousId: number;
  /** Share of webhooks that never come, of those that come twice, and of those that come late. */
  lost: number;
  doubled: number;
  late: number;
}

/** Meta as it is since April 2026: almost every webhook of an act has an account id. */
export const today: TownSettings = {
  seed: 20_261_122,
  people: 2_000,
  startsAt: Date.UTC(2026, 3, 6),
  days: 3 * 365,
  yearsBetween: { changesOfNumber: 6, leaving: 12, newAccountsOnSameNumber: 40 },
  usernames: 0.5,
  usernamesTakenOver: 0.2,
  recycled: 0.6,
  recycledEarly: 0.1,
  bothPortfolios: 0.15,
  writtenToFirst: 0.15,
  phoneOnly: 0.002,
  accountsSince: 0,
  changesUntold: 0.1,
  changesInPhonesOnly: 0.1,
  changesWithoutPreviousId: 0.15,
  lost: 0.005,
  doubled: 0.05,
  late: 0.1,
};

/** The same town with its first year before April 2026, when no webhook had an account id. */
export const withThePast: TownSettings = {
  ...today,
  startsAt: Date.UTC(2025, 3, 6),
  accountsSince: Date.UTC(2026, 3, 6),
};
