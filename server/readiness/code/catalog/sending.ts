// Rules for programs that send, and for shapes written in programs.

import type { Rule } from '../finding.ts';
import { userIds } from './pages.ts';

export const sendingRules: readonly Rule[] = [
  {
    id: 'user-id-in-to',
    level: 'error',
    title: 'An account id is put into `to`',
    why: 'Meta answers 200 and takes the digits for a number: the message is lost, or goes to somebody else.',
    fix: 'Put numbers into `to`, account ids into `recipient`.',
    ...userIds,
  },
  {
    id: 'reply-to-from',
    level: 'error',
    title: 'Replies always go to `from`',
    why: 'Whoever hides their number has none: the reply is refused, and the customer waits.',
    fix: 'Send to `recipient` with `from_user_id` where `from` is missing.',
    ...userIds,
  },
  {
    id: 'recipient-type-invented',
    level: 'error',
    title: 'A `recipient_type` that Meta does not know',
    why: 'Only "individual" and "group" are taken. Anything else is refused with error 100.',
    fix: 'Leave it "individual", and put the account id into `recipient`.',
    ...userIds,
  },
  {
    id: 'digits-only-normalizer',
    level: 'error',
    title: 'An address is stripped down to its digits',
    why: 'Of an account id digits are left that look like a number. The message goes to whoever has it.',
    fix: 'Look which kind it is before cleaning it. Whatever has a letter or a dot is no number.',
    ...userIds,
  },
  {
    id: 'digits-only-validation',
    level: 'error',
    title: 'Only digits pass as the id of a person',
    why: 'Account ids have letters and a dot. Whoever hides their number is turned away.',
    fix: 'Check numbers as numbers and account ids as account ids, by the field they came in.',
    ...userIds,
  },
  {
    id: 'type-says-phone',
    level: 'warning',
    title: 'A type says the number is always there',
    why: 'The compiler believes it, and warns of no place that breaks without a number.',
    fix: 'Make it optional, and add the account id. The compiler then names what is left to do.',
    ...userIds,
  },
  {
    id: 'schema-in-code-phone-required',
    level: 'error',
    title: 'A schema in the program demands a number',
    why: 'What comes from people who hide theirs is refused as invalid.',
    fix: 'Make the number optional, and demand the account id.',
    ...userIds,
  },
  {
    id: 'schema-id-too-short',
    level: 'error',
    title: 'A schema has too little room for an account id',
    why: 'They are up to 131 characters long, those of parent accounts 135.',
    fix: 'Allow 135.',
    ...userIds,
  },
];
