// The made-up customer: what they are called, so that whoever wishes can tell them from everybody else. Pure.
//
// No real account is called so: `XX` is no country (ISO 3166-1 keeps it for users to assign), and account ids begin with their country's code.

import type { ProbePerson } from '../probe/people.ts';

export const canaryName = 'Throughline Canary';
export const canaryUsername = 'throughline.canary';
export const canaryLaterUsername = 'throughline.canary.renamed';
/** What every call about them says of itself, besides what is in it. */
export const canaryHeader = { 'x-throughline-synthetic': 'canary' } as const;

const accountPattern = /^XX\.throughlinecanary(\d{1,9})[ab]$/;

function accountOf(number: number, which: 'a' | 'b'): string {
  return `XX.throughlinecanary${number}${which}`;
}

/** Which run's customer has this account; undefined where it is nobody of the canary's. */
export function runOfAccount(account: string): number | undefined {
  const [, number] = accountPattern.exec(account) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** `number`: of the run. Never shown with a phone, so they have none. */
export function canaryPerson(number: number): ProbePerson {
  return {
    ...{ name: canaryName, username: canaryUsername },
    ...{ userId: accountOf(number, 'a'), laterUserId: accountOf(number, 'b') },
    ...{ phone: '', laterPhone: '', parentUserId: '', alias: '' },
  };
}

const mark = 'throughline canary ';

/** Meta's id of a message of theirs, or to them; it decodes to what it is. */
export function canaryWamid(number: number, step: string): string {
  return `wamid.${Buffer.from(`${mark}${number} ${step}`).toString('base64')}`;
}

export function isCanaryWamid(text: string): boolean {
  return (
    text.startsWith('wamid.') && Buffer.from(text.slice('wamid.'.length), 'base64').toString('latin1').startsWith(mark)
  );
}
