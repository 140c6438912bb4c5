// Numbers that are nobody's: what a system that cannot live without a phone number is given in the place of one.
//
// 899 and ten digits. ITU-T has given out no country code that begins with 89, and reserves all ten for expanding the codes of E.164 (its list
// of assigned country codes, decision 0057): no network routes there, and no plan knows the length.

import type { E164 } from './identifiers.ts';

declare const alias: unique symbol;
/** As Meta writes numbers: digits without a +. */
export type Alias = string & { readonly [alias]: true };

const aliasPattern = /^899\d{10}$/;
const rangePattern = /^\+89\d+$/;

/** Undefined where it cannot be one. */
export function parseAlias(text: string): Alias | undefined {
  const digits = text.trim().replace(/^\+/, '');
  return aliasPattern.test(digits) ? (digits as Alias) : undefined;
}

/** `random`: 0 up to 10,000,000,000. */
export function aliasFrom(random: number): Alias {
  return `899${String(Math.floor(random)).padStart(10, '0')}` as Alias;
}

export const aliasCount = 10_000_000_000;

/** Whether a number is of the range that no network can dial: never to be sent to, or kept as anybody's. */
export function isUndialable(phone: E164): boolean {
  return rangePattern.test(phone);
}
