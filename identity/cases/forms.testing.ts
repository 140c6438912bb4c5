// One change of number told more than once, in different forms of the wire.

import { type Case, moved, seen } from '../given.testing.ts';

export const formCases: Case[] = [
  {
    name: 'R17: a change told whole, then by its ids, then by its numbers, is one change',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P2 B2'), moved(6, 'B1', 'B2'), moved(7, 'P1', 'P2'), seen(8, 'P2 B2')],
    rules: 'R8 R17 R17 R20 R9',
    people: ['B1† B2: P1 1..5, P2 5..'],
    notices: ['5 B1† B2 R17 number_changed'],
  },
  {
    name: 'R17: a change told by its ids, then by its numbers, then whole, is one change',
    given: [seen(1, 'P1 B1'), moved(5, 'B1', 'B2'), moved(6, 'P1', 'P2'), moved(7, 'P1 B1', 'P2 B2'), seen(8, 'P2 B2')],
    rules: 'R8 R17 R20 R17 R9',
    people: ['B1† B2: P1 1..5, P2 7..'],
    notices: ['5 B1† B2 R17 number_changed'],
  },
];
