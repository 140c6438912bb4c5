// Cases where people speak: merge, split, never, taken back, settled (R30, R33), and what the machine may not join then.

import { apart, type Case, gone, moved, never, same, seen, settled, takenBack } from '../given.testing.ts';

const ana = same(3, 'B1', 'B2');
const wrongly = same(3, 'B1', 'B2');
const mistake = takenBack(4, wrongly);
const middle = same(5, 'B2', 'B3');
const notHer = never(3, 'B1', 'B2');
const recycled = seen(5, 'P1 B2');
const second = seen(2, 'P2 B1');

export const peopleCases: Case[] = [
  {
    name: 'R30: people put two accounts together: one contact, two accounts, two threads',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 B2'), ana],
    people: ['B1: P1 1..', 'B2: P2 2..'],
    rules: 'R8 R8 R30',
    notices: ['3 B1 R30 contacts_merged', '3 B2 R30 contacts_merged'],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R30: the same said twice is the same',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 B2'), same(3, 'B1', 'B2'), same(4, 'B2', 'B1')],
    people: ['B1: P1 1..', 'B2: P2 2..'],
    rules: 'R8 R8 R30 R30',
    notices: [
      '3 B1 R30 contacts_merged',
      '3 B2 R30 contacts_merged',
      '4 B1 R30 contacts_merged',
      '4 B2 R30 contacts_merged',
    ],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R30: a merge taken back leaves what was before',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 B2'), wrongly, mistake],
    people: ['B1: P1 1..', 'B2: P2 2..'],
    rules: 'R8 R8 R30 R30',
    notices: ['3 B1 R30 contacts_merged', '3 B2 R30 contacts_merged', '4 B1 R30 taken_back', '4 B2 R30 taken_back'],
  },
  {
    name: 'R30: the taking back is taken back: together again',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 B2'), wrongly, mistake, takenBack(5, mistake)],
    people: ['B1: P1 1..', 'B2: P2 2..'],
    rules: 'R8 R8 R30 R30 R30',
    notices: ['3 B1 R30 contacts_merged', '3 B2 R30 contacts_merged', '4 B1 R30 taken_back', '4 B2 R30 taken_back'],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R30: three put together, the merge in the middle taken back',
    given: [seen(1, 'B1'), seen(2, 'B2'), seen(3, 'B3'), same(4, 'B1', 'B2'), middle, takenBack(6, middle)],
    people: ['B1: no phone hidden since 1', 'B2: no phone hidden since 2', 'B3: no phone hidden since 3'],
    rules: 'R6 R6 R6 R30 R30 R30',
    notices: [
      '4 B1 R30 contacts_merged',
      '4 B2 R30 contacts_merged',
      '5 B2 R30 contacts_merged',
      '5 B3 R30 contacts_merged',
      '6 B2 R30 taken_back',
      '6 B3 R30 taken_back',
    ],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R30: one of three is split off, the other two stay together',
    given: [
      seen(1, 'B1'),
      seen(2, 'B2'),
      seen(3, 'B3'),
      same(4, 'B1', 'B2'),
      same(5, 'B2', 'B3'),
      apart(6, 'B2', 'B1 B3'),
    ],
    people: ['B1: no phone hidden since 1', 'B2: no phone hidden since 2', 'B3: no phone hidden since 3'],
    rules: 'R6 R6 R6 R30 R30 R30',
    notices: [
      '4 B1 R30 contacts_merged',
      '4 B2 R30 contacts_merged',
      '5 B2 R30 contacts_merged',
      '5 B3 R30 contacts_merged',
      '6 B1 R30 contacts_split',
      '6 B2 R30 contacts_split',
      '6 B3 R30 contacts_split',
    ],
    contacts: ['B1 + B3'],
  },
  {
    name: 'R30: split off, then put together again: the newest word counts',
    given: [seen(1, 'B1'), seen(2, 'B2'), same(4, 'B1', 'B2'), apart(5, 'B2', 'B1'), same(6, 'B1', 'B2')],
    people: ['B1: no phone hidden since 1', 'B2: no phone hidden since 2'],
    rules: 'R6 R6 R30 R30 R30',
    notices: [
      '4 B1 R30 contacts_merged',
      '4 B2 R30 contacts_merged',
      '5 B1 R30 contacts_split',
      '5 B2 R30 contacts_split',
      '6 B1 R30 contacts_merged',
      '6 B2 R30 contacts_merged',
    ],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R30: never the same person: a later merge has no effect',
    given: [seen(1, 'B1'), seen(2, 'B2'), notHer, same(4, 'B1', 'B2')],
    people: ['B1: no phone hidden since 1', 'B2: no phone hidden since 2'],
    rules: 'R6 R6 R30 R30',
    notices: ['3 B1 R30 kept_apart', '3 B2 R30 kept_apart', '4 B1 R30 contacts_merged', '4 B2 R30 contacts_merged'],
  },
  {
    name: 'R30: never the same person, through a third neither',
    given: [seen(1, 'B1'), seen(2, 'B2'), seen(3, 'B3'), notHer, same(4, 'B1', 'B3'), same(5, 'B3', 'B2')],
    people: ['B1: no phone hidden since 1', 'B2: no phone hidden since 2', 'B3: no phone hidden since 3'],
    rules: 'R6 R6 R6 R30 R30 R30',
    notices: [
      '3 B1 R30 kept_apart',
      '3 B2 R30 kept_apart',
      '4 B1 R30 contacts_merged',
      '4 B3 R30 contacts_merged',
      '5 B2 R30 contacts_merged',
      '5 B3 R30 contacts_merged',
    ],
    contacts: ['B1 + B3'],
  },
  {
    name: 'R30: never, taken back, then together',
    given: [seen(1, 'B1'), seen(2, 'B2'), notHer, takenBack(4, notHer), same(5, 'B1', 'B2')],
    people: ['B1: no phone hidden since 1', 'B2: no phone hidden since 2'],
    rules: 'R6 R6 R30 R30 R30',
    notices: [
      '3 B1 R30 kept_apart',
      '3 B2 R30 kept_apart',
      '4 B1 R30 taken_back',
      '4 B2 R30 taken_back',
      '5 B1 R30 contacts_merged',
      '5 B2 R30 contacts_merged',
    ],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R30: never, then told apart and put together: never still stands, for the machine too',
    given: [
      seen(1, 'P2 B2'),
      never(2, 'B1', 'B2'),
      apart(3, 'B2', 'B1'),
      same(4, 'B1', 'B2'),
      seen(5, 'P1 B1'),
      moved(6, 'P1 B1', 'P2 B2'),
    ],
    people: ['B1†: P1 5..6', 'B2: P2 1..'],
    rules: 'R8 R30 R30 R30 R8 R30',
    notices: [
      '2 B1† R30 kept_apart',
      '2 B2 R30 kept_apart',
      '3 B1† R30 contacts_split',
      '3 B2 R30 contacts_split',
      '4 B1† R30 contacts_merged',
      '4 B2 R30 contacts_merged',
    ],
  },
  {
    name: 'R30: an adoption a person denies is none, whenever the word comes',
    given: [seen(1, 'P1'), seen(5, 'P1 B1'), never(9, 'P1@1', 'B1')],
    people: ['B1: P1 5..', 'nobody: P1 1..5'],
    rules: 'R3 R11 R30',
    notices: [
      '5 B1 R11 number_in_new_hands',
      '5 nobody R11 number_released',
      '9 B1 R30 kept_apart',
      '9 nobody R30 kept_apart',
    ],
  },
  {
    name: 'R30: a denied adoption, and the denial taken back: adopted after all',
    given: [seen(1, 'P1'), seen(5, 'P1 B1'), ...denial()],
    people: ['B1: P1 1..'],
    rules: 'R3 R10 R30 R30',
    notices: ['9 B1 R30 kept_apart', '10 B1 R30 taken_back'],
  },
  {
    name: 'R30: a number change a person denies joins nobody; each keeps its own',
    given: [seen(1, 'P1 B1'), seen(4, 'P2 B2'), moved(5, 'P1 B1', 'P2 B2'), never(9, 'B1', 'B2')],
    people: ['B1†: P1 1..5', 'B2: P2 4..'],
    rules: 'R8 R8 R30 R30',
    notices: ['9 B1† R30 kept_apart', '9 B2 R30 kept_apart'],
  },
  {
    name: 'R30: a change to an account not met yet, denied: an account of its own',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P2 B2'), seen(6, 'P2 B2'), never(9, 'B1', 'B2')],
    people: ['B1†: P1 1..5', 'B2: P2 5..'],
    rules: 'R8 R30 R9 R30',
    notices: ['9 B1† R30 kept_apart', '9 B2 R30 kept_apart'],
  },
  {
    name: 'R30: a join by parent a person denies: the parent stays where it was',
    given: [seen(1, 'B1 PB1'), seen(2, 'B2 PB1'), never(9, 'B1', 'B2')],
    people: ['B1 PB1: no phone hidden since 1', 'B2: no phone hidden since 2'],
    rules: 'R6 R6 R30',
    notices: ['9 B1 PB1 R30 kept_apart', '9 B2 R30 kept_apart'],
  },
  {
    name: 'R30: a word about somebody not met yet waits for them',
    given: [seen(1, 'B1'), same(2, 'B1', 'B2'), seen(3, 'B2')],
    people: ['B1: no phone hidden since 1', 'B2: no phone hidden since 3'],
    rules: 'R6 R30 R6',
    notices: ['2 B1 R30 contacts_merged', '2 B2 R30 contacts_merged'],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R30: put together by people, then found to be one by a number change',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 B2'), same(3, 'B1', 'B2'), moved(5, 'P1 B1', 'P2 B2')],
    people: ['B1† B2: P1 1..5, P2 2..'],
    rules: 'R8 R8 R30 R18',
    notices: ['3 B1† B2 R30 contacts_merged', '5 B1† B2 R18 conversations_joined', '5 B1† B2 R18 number_changed'],
  },
  {
    name: 'R33: two live accounts of one portfolio are put together by people only, and keep their own numbers',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 B2'), seen(3, 'P1 B1'), seen(4, 'P2 B2'), same(5, 'B1', 'B2')],
    people: ['B1: P1 1..', 'B2: P2 2..'],
    rules: 'R8 R8 R9 R9 R30',
    notices: ['5 B1 R30 contacts_merged', '5 B2 R30 contacts_merged'],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R12: a recycled number, and somebody says that it is the same person',
    given: [seen(1, 'P1 B1'), recycled, same(6, 'B1', 'B2')],
    people: ['B1: P1 1..5', 'B2: P1 5..'],
    rules: 'R8 R12 R30',
    notices: [
      '5 B1 R12 number_released',
      '5 B2 R12 number_in_new_hands',
      '6 B1 R30 contacts_merged',
      '6 B2 R30 contacts_merged',
    ],
    contacts: ['B1 + B2'],
  },
  {
    name: 'R12: a recycled number, and somebody says that it is another person',
    given: [seen(1, 'P1 B1'), seen(5, 'P1 B2'), never(6, 'B1', 'B2')],
    people: ['B1: P1 1..5', 'B2: P1 5..'],
    rules: 'R8 R12 R30',
    notices: ['5 B1 R12 number_released', '5 B2 R12 number_in_new_hands', '6 B1 R30 kept_apart', '6 B2 R30 kept_apart'],
  },
  {
    name: 'R9: a second number, looked at and right',
    given: [seen(1, 'P1 B1'), second, settled(3, second, 'B1')],
    people: ['B1: P1 1..2, P2 2..'],
    rules: 'R8 R9 R30',
    notices: ['2 B1 R9 second_number'],
  },
  {
    name: 'R5: a number given up, then met alone, is in new hands',
    given: [seen(1, 'P1 B1'), gone(3, 'P1'), seen(5, 'P1')],
    people: ['B1: P1 1..3', 'nobody: P1 5..'],
    rules: 'R8 R5 R5',
    notices: ['3 B1 R5 number_given_up', '5 nobody R5 number_in_new_hands'],
  },
  {
    name: 'R5: a number given up, and shown by the same account again',
    given: [seen(1, 'P1 B1'), gone(3, 'P1'), seen(5, 'P1 B1')],
    people: ['B1: P1 1..3, P1 5..'],
    rules: 'R8 R5 R9',
    notices: ['3 B1 R5 number_given_up'],
  },
  {
    name: 'R5: a number nobody knows is nobody',
    given: [gone(3, 'P1')],
    people: [],
    rules: 'R5',
  },
  {
    name: 'R5: between an era and its account, nothing is adopted',
    given: [seen(1, 'P1'), gone(3, 'P1'), seen(5, 'P1 B1')],
    people: ['B1: P1 5..', 'nobody: P1 1..3'],
    rules: 'R3 R5 R5',
    notices: ['3 nobody R5 number_given_up', '5 B1 R5 number_in_new_hands'],
  },
];

function denial() {
  const no = never(9, 'P1@1', 'B1');
  return [no, takenBack(10, no)];
}
