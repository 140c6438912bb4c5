// Whether somebody's number may be asked for: rarely, and only where it is of use. Pure.

import { limits } from '../limits.ts';

export interface LastRequest {
  state: 'pending' | 'shared' | 'no_answer' | 'failed' | 'withdrawn';
  /** Milliseconds since the epoch. */
  askedAt: number;
}

export interface Circumstances {
  /** A number is known that is this identity's now. */
  numberKnown: boolean;
  addressLost: boolean;
  blocked: boolean;
  /** Until when a message that is no template may be sent; null: it may not. */
  open: boolean;
  /** There is a template with the button that shares the number. */
  template: boolean;
  /** Of the person, under any of their accounts and in any thread, newest first. */
  requests: readonly LastRequest[];
  now: number;
}

export type Why = 'number_known' | 'blocked' | 'address_lost' | 'pending' | 'asked_recently' | 'no_template';

export interface Asking {
  why: Why | null;
  via: 'message' | 'template';
  /** When it may be asked again, milliseconds since the epoch; null where that is not a matter of time. */
  again: number | null;
}

export function mayAsk({ numberKnown, addressLost, blocked, open, template, requests, now }: Circumstances): Asking {
  const via = open ? 'message' : 'template';
  const no = (why: Why, again: number | null = null): Asking => ({ why, via, again });
  if (numberKnown) return no('number_known');
  if (blocked) return no('blocked');
  if (addressLost) return no('address_lost');
  // A question that was not delivered asked nothing.
  const asked = requests.filter(({ state }) => state !== 'failed').sort((a, b) => b.askedAt - a.askedAt)[0];
  const again = asked ? asked.askedAt + limits.askNumberAgainMs : 0;
  if (asked?.state === 'pending') return no('pending', again);
  if (asked && again > now) return no('asked_recently', again);
  if (!open && !template) return no('no_template');
  return { why: null, via, again: null };
}
