import type { Contact, NumberRequest } from '@throughline/contract';
import { phoneText } from '../words/identifiers.ts';
import { dayWord } from '../words/time.ts';

/** What a number is to this person, in plain words. */
export function numberWords({ role, from, until }: Contact['phones'][number], now: number): string {
  const day = until === null ? undefined : dayWord(until, now);
  switch (role) {
    case 'current':
      return `in use since ${dayWord(from, now)}`;
    case 'hidden':
      return day === undefined ? 'hidden' : `hidden since ${day}`;
    case 'changed':
      return day === undefined ? 'left for another number' : `left for another number ${day}`;
    case 'released':
      return day === undefined ? 'now belongs to someone else' : `now belongs to someone else, since ${day}`;
  }
}

/** Whether it is held still, shown or hidden, and so may be given up. */
export function mayGiveUp({ role }: Contact['phones'][number]): boolean {
  return role === 'current' || role === 'hidden';
}

/** What became of asking for the number, in a sentence. */
export function askedWords({ state, askedAt, answeredAt, phone, askedBy }: NumberRequest, now: number): string {
  const asked = `Asked ${dayWord(askedAt, now)} by ${askedBy}`;
  switch (state) {
    case 'pending':
      return `${asked}; no answer yet.`;
    case 'shared':
      return `Shared ${dayWord(answeredAt ?? askedAt, now)}${phone === null ? '' : `: ${phoneText(phone)}`}.`;
    case 'no_answer':
      return `${asked}, and not answered.`;
    case 'failed':
      return `${asked}, but the question was not delivered.`;
    case 'withdrawn':
      return `${asked}; it became known in another way.`;
  }
}
