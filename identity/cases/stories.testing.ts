// Whole stories, with more than one rule in each.

import { type Case, moved, seen, status, wrote } from '../given.testing.ts';

export const stories: Case[] = [
  {
    name: 'the main story: writes, hides, moves, and somebody else takes the old number',
    given: [seen(1, 'P1 B1 @-'), seen(2, 'B1 @ana'), moved(5, 'B1', 'B2'), seen(6, 'B2 @ana'), seen(9, 'P1 B3 @-')],
    rules: 'R8 R7 R17 R7 R5',
    people: ['B1† B2: P1 1..5 @ana hidden since 2', 'B3: P1 9..'],
    notices: ['2 B1† B2 R7 username_adopted', '5 B1† B2 R17 number_changed', '9 B3 R5 number_in_new_hands'],
    whose: 'X X X X Y',
    replies: ['to B2: phone_ended', 'to P1: phone_live'],
    shown: ['@ana, P1 changed', 'P1, P1 current'],
  },
  {
    name: 'the main story with the change never told: the new owner of the number is still a stranger',
    given: [seen(1, 'P1 B1 @-'), seen(2, 'B1 @ana'), seen(9, 'P1 B3 @-')],
    rules: 'R8 R7 R12',
    people: ['B1: P1 1..9 @ana hidden since 2', 'B3: P1 9..'],
    notices: ['2 B1 R7 username_adopted', '9 B1 R12 number_released', '9 B3 R12 number_in_new_hands'],
    whose: 'X X Y',
    replies: ['to B1: phone_ended', 'to P1: phone_live'],
    shown: ['@ana, P1 released', 'P1, P1 current'],
    reviews: ['9 R12 recycled_number B3 / B1'],
  },
  {
    name: 'we write first, the customer moves without a word, answers hidden, and the old number finds a new owner',
    given: [wrote(1, 'P1'), status(2, 'P1 B1'), moved(5, 'B1', 'B2'), seen(6, 'B2 @ana'), seen(9, 'P1 B3')],
    rules: 'R3 R27 R17 R7 R5',
    people: ['B1† B2: P1 1..5 @ana hidden since 6', 'B3: P1 9..'],
    notices: ['5 B1† B2 R17 number_changed', '9 B3 R5 number_in_new_hands'],
    whose: 'X X X X Y',
    replies: ['to B2: phone_ended', 'to P1: phone_live'],
  },
  {
    name: 'two people change places: each moves to the number the other leaves',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 B2'), moved(5, 'P1 B1', 'P2 B3'), moved(6, 'P2 B2', 'P1 B4')],
    rules: 'R8 R8 R17 R17',
    people: ['B1† B3: P1 1..5, P2 5..', 'B2† B4: P2 2..5, P1 6..'],
    notices: ['5 B1† B3 R17 number_changed', '5 B2† B4 R17 number_released', '6 B2† B4 R17 number_changed'],
    replies: ['to P2: phone_live', 'to P1: phone_live'],
  },
  {
    name: 'a phone in a shared home passes from one account to another and back, and every word stays where it was said',
    given: [seen(1, 'P1 B1'), seen(2, 'P1'), seen(5, 'P1 B2'), seen(6, 'P1'), seen(9, 'P1 B1'), seen(10, 'P1')],
    rules: 'R8 R4 R12 R4 R13 R4',
    people: ['B1: P1 1..5, P1 9..', 'B2: P1 5..9'],
    notices: ['5 B1 R12 number_released', '5 B2 R12 number_in_new_hands', '9 B2 R13 number_released'],
    whose: 'X X Y Y X X',
    reviews: ['5 R12 recycled_number B2 / B1'],
  },
];
