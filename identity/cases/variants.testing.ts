// One number in two national spellings, and what only looks like it (R9).

import { type Case, moved, seen } from '../given.testing.ts';

const brazil = { long: '+5568992412393', short: '+556892412393' };
const mexico = { long: '+5215512345678', short: '+525512345678' };
const argentina = { long: '+5491123456789', short: '+541123456789' };

/** Known by the first spelling, met with its account in the second, which is what a reply goes to. */
function oneNumber(name: string, first: string, second: string): Case {
  return {
    name: `R9: ${name}`,
    given: [seen(1, first), seen(2, `${second} B1`)],
    rules: 'R3 R10',
    people: [`B1: ${second} 1..`],
    replies: [`to ${second}: phone_live`],
    whose: 'X X',
  };
}

function twoNumbers(name: string, first: string, second: string): Case {
  return {
    name: `R9: ${name}`,
    given: [seen(1, first), seen(2, `${second} B1`)],
    rules: 'R3 R8',
    people: [`nobody: ${first} 1..`, `B1: ${second} 2..`],
    whose: 'X Y',
  };
}

export const variantCases: Case[] = [
  oneNumber('in Brazil a ninth digit that goes away leaves the number the same', brazil.long, brazil.short),
  oneNumber('in Brazil a ninth digit that comes leaves the number the same', brazil.short, brazil.long),
  oneNumber('in Mexico a 1 that goes away leaves the number the same', mexico.long, mexico.short),
  oneNumber('in Mexico a 1 that comes leaves the number the same', mexico.short, mexico.long),
  oneNumber('in Argentina a 9 that goes away leaves the number the same', argentina.long, argentina.short),
  oneNumber('in Argentina a 9 that comes leaves the number the same', argentina.short, argentina.long),
  twoNumbers(
    'a fixed line in Brazil has no ninth digit: with one it is another number',
    '+551132412393',
    '+5511932412393',
  ),
  twoNumbers('the extra digit of one country means nothing in another', '+5868992412393', '+586892412393'),
  twoNumbers(
    'a Brazilian number that begins with another digit than 9 is another number',
    '+5568892412393',
    '+556892412393',
  ),
  {
    name: 'R9: an account that shows one number in both spellings has one number',
    given: [seen(1, `${brazil.long} B1`), seen(2, `${brazil.short} B1`), seen(3, `${brazil.long} B1`)],
    rules: 'R8 R9 R9',
    people: [`B1: ${brazil.long} 1..`],
  },
  {
    name: 'R12: a new owner is a new owner in the other spelling, too',
    given: [seen(1, `${mexico.long} B1`), seen(5, `${mexico.short} B2`)],
    rules: 'R8 R12',
    people: [`B1: ${mexico.long} 1..5`, `B2: ${mexico.short} 5..`],
    notices: ['5 B1 R12 number_released', '5 B2 R12 number_in_new_hands'],
    reviews: ['5 R12 recycled_number B2 / B1'],
  },
  {
    name: 'R17: a change of number may spell the old one in the other way',
    given: [seen(1, `${argentina.long} B1`), moved(5, `${argentina.short}`, 'P2 B2'), seen(6, 'B2')],
    rules: 'R8 R17 R7',
    people: [`B1 B2: ${argentina.long} 1..5, P2 5.. hidden since 6`],
    notices: ['5 B1 B2 R17 number_changed', '6 B1 B2 R7 number_hidden'],
  },
  {
    name: 'R17: from one spelling of a number to the other is no change',
    given: [seen(1, `${brazil.long} B1`), moved(5, brazil.long, brazil.short)],
    rules: 'R8 R17',
    people: [`B1: ${brazil.long} 1..`],
  },
];
