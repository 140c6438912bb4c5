// What comes late, and what happens within one second (R29, C5).

import { type Case, day, moved, seen, status, wrote } from '../given.testing.ts';

export const lateCases: Case[] = [
  {
    name: 'R29: a number alone, from before it changed hands, belongs to its owner of then',
    given: [seen(1, 'P1 B1'), seen(3, 'P1'), seen(5, 'P1 B2'), seen(7, 'P1')],
    rules: 'R8 R4 R12 R4',
    people: ['B1: P1 1..5', 'B2: P1 5..'],
    notices: ['5 B1 R12 number_released', '5 B2 R12 number_in_new_hands'],
    whose: 'X X Y Y',
    reviews: ['5 R12 recycled_number B2 / B1'],
  },
  {
    name: 'R29: the last message before a change of number belongs to the person who moved',
    given: [seen(1, 'P1 B1'), seen(4, 'P1'), moved(5, 'P1 B1', 'P2 B2'), seen(9, 'P1')],
    rules: 'R8 R4 R17 R5',
    people: ['B1† B2: P1 1..5, P2 5..', 'nobody: P1 9..'],
    notices: ['5 B1† B2 R17 number_changed', '9 nobody R5 number_in_new_hands'],
    whose: 'X X X Y',
  },
  {
    name: 'R29: a silence that turns out to be none is no reason to part a number from its account',
    given: [seen(day, 'P1'), seen(200 * day, 'P1'), seen(400 * day, 'P1 B1')],
    rules: 'R3 R4 R10',
    people: ['B1: P1 1d..'],
    whose: 'X X X',
  },
  {
    name: 'R29: an owner in between, learned of late, takes the history from the one who adopted it',
    given: [seen(1, 'P1'), seen(3, 'P1 B2'), seen(9, 'P1 B1')],
    rules: 'R3 R10 R12',
    people: ['B2: P1 1..9', 'B1: P1 9..'],
    notices: ['9 B2 R12 number_released', '9 B1 R12 number_in_new_hands'],
    whose: 'X X Y',
    reviews: ['9 R12 recycled_number B1 / B2'],
  },
  {
    name: 'R29: what a status taught before anybody wrote is learned whenever it comes',
    given: [wrote(1, 'P1'), status(2, 'P1 B1'), moved(5, 'B1', 'B2'), seen(6, 'B2')],
    rules: 'R3 R27 R17 R7',
    people: ['B1† B2: P1 1..5 hidden since 6'],
    notices: ['5 B1† B2 R17 number_changed'],
    whose: 'X X X X',
  },
  {
    name: 'C5: word of a stranger is taken back where a parent shows that it was the same person',
    given: [seen(1, 'P1 B1'), seen(2, 'P1 B1 PB1'), seen(3, 'P1 B2 PB1')],
    rules: 'R8 R9 R9',
    people: ['B1 B2 PB1: P1 1..'],
    reviews: ['3 R16 missing_rotation B1 B2 PB1'],
  },
  {
    name: 'C5: word of two conversations joined is taken back where the change was told in time',
    given: [seen(1, 'P1 B1'), moved(3, 'P1 B1', 'P2 B2'), seen(4, 'P2 B2'), moved(5, 'P1 B1', 'P2 B2')],
    rules: 'R8 R17 R9 R17',
    people: ['B1† B2: P1 1..3, P2 3..'],
    notices: ['3 B1† B2 R17 number_changed'],
  },
  {
    name: 'C5: a notice stands at the time of what it tells, between acts that were known before it',
    given: [seen(1, 'P1 B1 @-'), seen(2, 'B1 @ana'), seen(3, 'B1 @zoe')],
    rules: 'R8 R7 R7',
    people: ['B1: P1 1.. @zoe hidden since 2'],
    notices: ['2 B1 R7 username_adopted', '3 B1 R7 username_changed'],
  },
];

export const tieCases: Case[] = [
  {
    name: 'R29: within one second, a change of number comes before the first message from the new one',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P2 B2'), seen(5, 'P2 B2')],
    rules: 'R8 R17 R9',
    people: ['B1† B2: P1 1..5, P2 5..'],
    notices: ['5 B1† B2 R17 number_changed'],
  },
  {
    name: 'R29: within one second, what shows the number comes before what does not',
    given: [seen(1, 'P1 B1 @-'), seen(5, 'P1 B1 @ana #2'), seen(5, 'B1 @ana #1')],
    rules: 'R8 R9 R7',
    people: ['B1: P1 1.. @ana hidden since 5'],
    notices: ['5 B1 R9 username_adopted', '5 B1 R7 number_hidden'],
  },
  {
    name: 'R29: two accounts on one number in one second: the hash decides, not the delivery',
    given: [seen(5, 'P1 B2 #1'), seen(5, 'P1 B1 #2')],
    rules: 'R8 R12',
    people: ['B1: P1 5..', 'B2: P1 5..5'],
    notices: ['5 B2 R12 number_released', '5 B1 R12 number_in_new_hands'],
    whose: 'Y X',
    reviews: ['5 R12 recycled_number B1 / B2'],
  },
  {
    name: 'R29: a number alone and with its account in one second is one person, alone first',
    given: [seen(5, 'P1 #1'), seen(5, 'P1 B1 #2')],
    rules: 'R3 R10',
    people: ['B1: P1 5..'],
    whose: 'X X',
  },
  {
    name: 'R29: a number alone and with its account in one second is one person, together first',
    given: [seen(5, 'P1 B1 #1'), seen(5, 'P1 #2')],
    rules: 'R8 R4',
    people: ['B1: P1 5..'],
    whose: 'X X',
  },
  {
    name: 'R29: two changes in one second: the one with the smaller hash comes first',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P2 B2 #1'), moved(5, 'P2 B2', 'P3 B3 #2')],
    rules: 'R8 R17 R17',
    people: ['B1† B2† B3: P1 1..5, P2 5..5, P3 5..'],
    notices: ['5 B1† B2† B3 R17 number_changed', '5 B1† B2† B3 R17 number_changed'],
  },
];
