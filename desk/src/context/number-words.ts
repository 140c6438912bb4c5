import type { Contact, NumberRequest } from '@throughline/contract';
import { phoneText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { dayWord } from '../words/time.ts';

/** What a number is to this person, in plain words. */
export function numberWords({ role, from, until }: Contact['phones'][number], now: number): string {
  const day = until === null ? undefined : dayWord(until, now);
  switch (role) {
    case 'current':
      return say('context.inUseSince', { day: dayWord(from, now) });
    case 'hidden':
      return day === undefined ? say('context.numberHidden') : say('context.numberHiddenSince', { day });
    case 'changed':
      return day === undefined ? say('context.leftForAnother') : say('context.leftForAnotherDay', { day });
    case 'released':
      return day === undefined ? say('context.someoneElses') : say('context.someoneElsesSince', { day });
  }
}

/** Whether it is held still, shown or hidden, and so may be given up. */
export function mayGiveUp({ role }: Contact['phones'][number]): boolean {
  return role === 'current' || role === 'hidden';
}

/** What became of asking for the number, in a sentence. */
export function askedWords({ state, askedAt, answeredAt, phone, askedBy }: NumberRequest, now: number): string {
  const asked = { day: dayWord(askedAt, now), by: askedBy };
  switch (state) {
    case 'pending':
      return say('context.askedPending', asked);
    case 'shared':
      return phone === null
        ? say('context.askedShared', { day: dayWord(answeredAt ?? askedAt, now) })
        : say('context.askedSharedNumber', { day: dayWord(answeredAt ?? askedAt, now), number: phoneText(phone) });
    case 'no_answer':
      return say('context.askedNoAnswer', asked);
    case 'failed':
      return say('context.askedFailed', asked);
    case 'withdrawn':
      return say('context.askedWithdrawn', asked);
  }
}
