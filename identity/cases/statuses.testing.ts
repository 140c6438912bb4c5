// What the statuses of our own messages may teach (R27).

import { type Case, day, moved, seen, status, wrote } from '../given.testing.ts';

export const statusCases: Case[] = [
  {
    name: 'R27: the status of our message tells which account the number has',
    given: [wrote(1, 'P1'), status(2, 'P1 B1'), seen(3, 'B1 @ana')],
    rules: 'R3 R27 R7',
    people: ['B1: P1 1.. @ana hidden since 3'],
    whose: 'X X X',
  },
  {
    name: 'R27: without such a status, whoever answers hidden is somebody else until the number shows',
    given: [wrote(1, 'P1'), seen(3, 'B1 @ana')],
    rules: 'R3 R6',
    people: ['nobody: P1 1..', 'B1: no phone @ana hidden since 3'],
    whose: 'X Y',
  },
  {
    name: 'R27: a status that says what is known changes nothing',
    given: [seen(1, 'P1 B1'), status(2, 'P1 B1')],
    rules: 'R8 R27',
    people: ['B1: P1 1..'],
    whose: 'X X',
  },
  {
    name: 'R27: a status repeats a hidden number, and it stays hidden',
    given: [seen(1, 'P1 B1 @-'), seen(2, 'B1 @ana'), status(3, 'P1 B1')],
    rules: 'R8 R7 R27',
    people: ['B1: P1 1.. @ana hidden since 2'],
    notices: ['2 B1 R7 username_adopted'],
    shown: ['@ana, P1 hidden'],
  },
  {
    name: 'R27: a status teaches the number of an account that had none, and does not show it',
    given: [seen(1, 'B1 @ana'), status(2, 'P1 B1')],
    rules: 'R6 R27',
    people: ['B1: P1 2.. @ana hidden since 1'],
    shown: ['@ana, P1 hidden'],
  },
  {
    name: 'R27: a status teaches the parent of an account',
    given: [seen(1, 'B1'), status(2, 'B1 PB1'), seen(3, 'PB1')],
    rules: 'R6 R27 R7',
    people: ['B1 PB1: no phone hidden since 1'],
    whose: 'X X X',
  },
  {
    name: 'R27: a status tells the account that a changed number was waiting for',
    given: [seen(1, 'P1 B1'), moved(5, 'P1', 'P2'), status(6, 'P2 B2')],
    rules: 'R8 R20 R20',
    people: ['B1† B2: P1 1..5, P2 5..'],
    notices: ['5 B1† B2 R20 number_changed'],
  },
  {
    name: 'R27: a status never takes a number from anybody',
    given: [seen(1, 'P1 B1'), status(2, 'P1 B2')],
    rules: 'R8 R27',
    people: ['B1: P1 1..'],
    whose: 'X X',
  },
  {
    name: 'R27: a status never gives an account a second number',
    given: [seen(1, 'P1 B1'), status(2, 'P2 B1')],
    rules: 'R8 R27',
    people: ['B1: P1 1..'],
  },
  {
    name: 'R27: a status never gives back a number that was left',
    given: [seen(1, 'P1 B1'), moved(5, 'B1', 'B2'), status(6, 'P1 B2')],
    rules: 'R8 R17 R27',
    people: ['B1† B2: P1 1..5'],
    notices: ['5 B1† B2 R17 number_changed'],
  },
  {
    name: 'R27: a status joins nobody: who was met apart stays apart',
    given: [wrote(1, 'P1'), seen(2, 'B1'), status(3, 'P1 B1')],
    rules: 'R3 R6 R27',
    people: ['nobody: P1 1..', 'B1: no phone hidden since 2'],
  },
  {
    name: 'R27: a status after a year of silence adopts nothing',
    given: [wrote(day, 'P1'), status(366 * day + 1, 'P1 B1')],
    rules: 'R3 R27',
    people: ['nobody: P1 1d..'],
  },
  {
    name: 'R27: of two statuses that disagree the earlier counts',
    given: [wrote(1, 'P1'), status(2, 'P1 B2'), status(3, 'P1 B1')],
    rules: 'R3 R27 R27',
    people: ['B2: P1 1..'],
  },
  {
    name: 'R27: a status of somebody unknown makes nobody',
    given: [status(2, 'P1 B1')],
    rules: 'R27',
    people: [],
    whose: '-',
  },
];
