// Rules for programs that know people by their number, or by something else that does not last.

import type { Rule } from '../finding.ts';
import { userIds } from './pages.ts';

const byContact = 'Key by your own contact id, found by `from_user_id` within the portfolio.';

export const keyRules: readonly Rule[] = [
  {
    id: 'phone-as-map-key',
    level: 'error',
    title: 'A number is the key of a map or an object',
    why: 'Everybody without a number shares one entry: one customer is shown, and answered with, what another said.',
    fix: byContact,
  },
  {
    id: 'phone-as-cache-key',
    level: 'error',
    title: 'A number is part of the key of a cache or a store',
    why: 'Everybody without a number shares one key, so one customer gets the session, cart or profile of another.',
    fix: byContact,
  },
  {
    id: 'phone-as-lock-key',
    level: 'error',
    title: 'A lock is taken by number',
    why: 'Everybody without a number waits for one lock, and whose number comes and goes is not locked at all.',
    fix: byContact,
  },
  {
    id: 'phone-in-file-name',
    level: 'error',
    title: 'A file is named by a number',
    why: 'Everybody without a number writes into the same file, over what is there.',
    fix: byContact,
  },
  {
    id: 'phone-in-url',
    level: 'error',
    title: 'A number is part of an address that is called',
    why: 'Without a number the call goes to ".../undefined": not found at best, and at worst one record for everybody.',
    fix: 'Look people up by your own contact id, or by the account id.',
  },
  {
    id: 'phone-as-queue-group',
    level: 'error',
    title: 'A number decides the order in a queue',
    why: 'Everybody without a number stands in one line, or the queue refuses the entry.',
    fix: byContact,
  },
  {
    id: 'phone-as-session-id',
    level: 'error',
    title: 'A conversation or session goes by number',
    why: 'Everybody without a number is in the same conversation. A bot tells one what another wrote.',
    fix: byContact,
  },
  {
    id: 'id-from-phone',
    level: 'error',
    title: 'An id is computed from a number',
    why: 'Everybody without a number gets the same id, and whoever changes their number another one.',
    fix: 'Give out a random id once, and keep the number and the account id beside it.',
  },
  {
    id: 'dedupe-by-phone',
    level: 'error',
    title: 'Doubles are found by number',
    why: 'Everybody without a number counts as one: all but one are thrown away.',
    fix: 'Compare account ids within a portfolio. Never take two for one because both have no number.',
  },
  {
    id: 'username-as-key',
    level: 'error',
    title: 'A username is what somebody is found by',
    why: 'Usernames are changed without a webhook, and a name given up may be taken by somebody else, who then gets the history.',
    fix: 'Show usernames, and find people by `user_id`.',
    ...userIds,
  },
  {
    id: 'key-flips',
    level: 'error',
    title: 'People are found by number first, by account id otherwise',
    why: 'Numbers come and go with what a customer shows. The same person is found by one key today and by the other tomorrow, and so becomes two.',
    fix: 'Take `from_user_id` first: it is in every message. Fall back to `from` for old records.',
    ...userIds,
  },
  {
    id: 'lookup-by-phone',
    level: 'error',
    title: 'A record is looked up by a number that may be missing',
    why: 'Some libraries leave out a condition whose value is undefined and answer with anybody; others find nobody and make a double.',
    fix: 'Look up by account id within the portfolio, then by number where there is one.',
  },
  {
    id: 'upsert-by-phone',
    level: 'error',
    title: 'Records are written anew or over others by number',
    why: 'Whoever has no number is written again with every message, or over somebody else.',
    fix: 'Let the conflict be on the portfolio and the account id.',
  },
  {
    id: 'model-phone-required',
    level: 'error',
    title: 'A model demands a number',
    why: 'A customer who hides theirs cannot be saved: the message is refused with them.',
    fix: 'Let the number be missing, and demand the account id.',
    ...userIds,
  },
  {
    id: 'model-phone-unique',
    level: 'error',
    title: 'A model takes a number for unique',
    why: 'Numbers are given up and taken by others. The new holder is refused, or becomes the old one.',
    fix: 'Let the portfolio and the account id be unique together, and index the number.',
  },
  {
    id: 'model-id-as-number',
    level: 'error',
    title: 'A model keeps an id of a person as a number',
    why: 'Account ids have letters and a dot, and more digits than a number holds.',
    fix: 'Keep it as text.',
    ...userIds,
  },
];
