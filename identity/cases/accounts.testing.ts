// Accounts and their parents, without a number in play (R6, R7, R15, R16).

import { type Case, seen } from '../given.testing.ts';

export const accountCases: Case[] = [
  {
    name: 'R6: an account without a number is a person',
    given: [seen(1, 'B1')],
    rules: 'R6',
    people: ['B1: no phone hidden since 1'],
  },
  {
    name: 'R6: a parent seen alone is a person',
    given: [seen(1, 'PB1')],
    rules: 'R6',
    people: ['PB1: no phone hidden since 1'],
  },
  {
    name: 'R6: two accounts without anything in common are two people',
    given: [seen(1, 'B1 @ana Ana'), seen(2, 'B2 @ana Ana')],
    rules: 'R6 R6',
    people: ['B1: no phone @ana hidden since 1', 'B2: no phone @ana hidden since 2'],
    whose: 'X Y',
  },
  {
    name: 'R7: the same account again is the same person',
    given: [seen(1, 'B1'), seen(2, 'B1')],
    rules: 'R6 R7',
    people: ['B1: no phone hidden since 1'],
  },
  {
    name: 'R15: account and parent are one',
    given: [seen(1, 'B1 PB1'), seen(2, 'PB1')],
    rules: 'R6 R7',
    people: ['B1 PB1: no phone hidden since 1'],
    whose: 'X X',
  },
  {
    name: 'R15: a parent known by a number meets its account',
    given: [seen(1, 'P1 PB1'), seen(2, 'B1 PB1')],
    rules: 'R8 R15',
    people: ['B1 PB1: P1 1.. hidden since 2'],
    notices: ['2 B1 PB1 R15 number_hidden'],
  },
  {
    name: 'R15: account and parent met apart are joined when met together',
    given: [seen(1, 'B1'), seen(2, 'PB1'), seen(3, 'B1 PB1')],
    rules: 'R6 R6 R15',
    people: ['B1 PB1: no phone hidden since 1'],
    notices: ['3 B1 PB1 R15 conversations_joined'],
  },
  {
    name: 'R15: an account that names a second parent keeps both',
    given: [seen(1, 'B1 PB1'), seen(2, 'B1 PB2'), seen(3, 'PB2')],
    rules: 'R6 R7 R7',
    people: ['B1 PB1 PB2: no phone hidden since 1'],
    whose: 'X X X',
  },
  {
    name: 'R15: an account that names the parent of another is one with it',
    given: [seen(1, 'B1'), seen(2, 'B2 PB2'), seen(3, 'B1 PB2')],
    rules: 'R6 R6 R15',
    people: ['B1 B2 PB2: no phone hidden since 1'],
    notices: ['3 B1 B2 PB2 R15 conversations_joined'],
  },
  {
    name: 'R15: joined by a parent, two accounts keep the number seen last',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 PB1'), seen(3, 'B1 PB1')],
    rules: 'R8 R8 R15',
    people: ['B1 PB1: P1 1..3, P2 2.. hidden since 3'],
    notices: ['3 B1 PB1 R15 conversations_joined', '3 B1 PB1 R15 number_hidden', '3 B1 PB1 R15 second_number'],
    reviews: ['3 R15 unattested_number_change B1 PB1'],
  },
  {
    name: 'R16: two accounts of one parent, a change missing between them',
    given: [seen(1, 'B1 PB1'), seen(2, 'B2 PB1')],
    rules: 'R6 R16',
    people: ['B1 B2 PB1: no phone hidden since 1'],
    reviews: ['2 R16 missing_rotation B1 B2 PB1'],
  },
  {
    name: 'R16: three accounts of one parent are one person',
    given: [seen(1, 'B1 PB1'), seen(2, 'B2 PB1'), seen(3, 'B3 PB1')],
    rules: 'R6 R16 R16',
    people: ['B1 B2 B3 PB1: no phone hidden since 1'],
    whose: 'X X X',
    reviews: ['2 R16 missing_rotation B1 B2 B3 PB1', '3 R16 missing_rotation B1 B2 B3 PB1'],
  },
  {
    name: 'R16: a new account of a known parent on a new number is a change nobody attested',
    given: [seen(1, 'P1 B1 PB1'), seen(2, 'P2 B2 PB1')],
    rules: 'R8 R9',
    people: ['B1 B2 PB1: P1 1..2, P2 2..'],
    notices: ['2 B1 B2 PB1 R9 second_number'],
    reviews: ['2 R16 missing_rotation B1 B2 PB1', '2 R9 unattested_number_change B1 B2 PB1'],
  },
];
