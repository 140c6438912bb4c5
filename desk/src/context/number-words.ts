import type { Contact } from '@throughline/contract';
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
