// The case table: given what was said, in event order, these are the people. P phone, B account id, U username.

import type { Evidence, EvidenceId, Party, SeenTogether } from './evidence.ts';
import type { Bsuid, E164, ParentBsuid, Username } from './identifiers.ts';

export interface Case {
  name: string;
  given: Evidence[];
  /** One line a person: names († retired): phones from..until. */
  people: string[];
  /** The rule each piece of evidence met, in event order. */
  rules: string;
  /** Notices, as "time who rule type"; none unless listed. */
  notices?: string[];
}

let made = 0;
/** Ids that sort unlike the order they were made in: nothing may lean on it. */
const nextId = () => (((++made * 2654435761) % 4294967296) >>> 0).toString(16).padStart(8, '0') as EvidenceId;

export const phone = (n: number) => `+155500${String(n).padStart(4, '0')}` as E164;
const p = (name: string) => phone(Number(name.slice(1)));
const b = (name: string) => `US.${name}` as Bsuid;
const pb = (name: string) => `US.ENT.${name}` as ParentBsuid;

/** "P1 B1 PB1" and the like. */
export function party(text: string): Party {
  const words = text.split(' ').filter(Boolean);
  const [P, B, PB] = [/^P\d/, /^B\d/, /^PB\d/].map((kind) => words.find((word) => kind.test(word)));
  return { ...(P && { phone: p(P) }), ...(B && { bsuid: b(B) }), ...(PB && { parent: pb(PB) }) };
}

/** The person did something, showing these. `@name` for a username, `@-` for a profile without one. */
export function seen(at: number, text: string, by: SeenTogether['by'] = 'customer'): Evidence {
  const shown = text.split(' ').find((word) => word.startsWith('@'));
  const username = shown === '@-' ? null : (shown?.slice(1) as Username | undefined);
  return { kind: 'seen-together', id: nextId(), at, by, ...party(text), ...(username !== undefined && { username }) };
}

export function moved(at: number, previous: string, current: string): Evidence {
  return { kind: 'rotated', id: nextId(), at, previous: party(previous), current: party(current) };
}

const day = 86_400_000;
const year = 366 * day;
const P = (n: number) => phone(n);

export const cases: Case[] = [
  {
    name: 'R3: a number nobody knows becomes a person',
    given: [seen(1, 'P1')],
    people: [`nobody: ${P(1)} 1..`],
    rules: 'R3',
  },
  {
    name: 'R4: the same number again is the same person',
    given: [seen(1, 'P1'), seen(2, 'P1')],
    people: [`nobody: ${P(1)} 1..`],
    rules: 'R3 R4',
  },
  {
    name: 'R6: an account without a number is a person',
    given: [seen(1, 'B1')],
    people: ['B1: no phone hidden since 1'],
    rules: 'R6',
  },
  {
    name: 'R7: the same account again is the same person',
    given: [seen(1, 'B1'), seen(2, 'B1')],
    people: ['B1: no phone hidden since 1'],
    rules: 'R6 R7',
  },
  { name: 'R8: number and account, both new', given: [seen(1, 'P1 B1')], people: [`B1: ${P(1)} 1..`], rules: 'R8' },
  {
    name: 'R9: number and account together again',
    given: [seen(1, 'P1 B1'), seen(2, 'P1 B1')],
    people: [`B1: ${P(1)} 1..`],
    rules: 'R8 R9',
  },
  {
    name: 'R9: an account shows a number for the first time',
    given: [seen(1, 'B1'), seen(2, 'P1 B1')],
    people: [`B1: ${P(1)} 2..`],
    rules: 'R6 R9',
    notices: ['2 B1 R9 number_shown'],
  },
  {
    name: 'R9: a second number on one account is a change nobody attested',
    given: [seen(1, 'P1 B1'), seen(2, 'P2 B1')],
    people: [`B1: ${P(1)} 1..2, ${P(2)} 2..`],
    rules: 'R8 R9',
    notices: ['2 B1 R9 second_number'],
  },
  {
    name: 'R10: a known number meets its account',
    given: [seen(1, 'P1'), seen(2, 'P1 B1')],
    people: [`B1: ${P(1)} 1..`],
    rules: 'R3 R10',
  },
  {
    name: 'R10: half a year of silence does not matter',
    given: [seen(1, 'P1'), seen(180 * day, 'P1 B1')],
    people: [`B1: ${P(1)} 1..`],
    rules: 'R3 R10',
  },
  {
    name: "R11: after more than a year of silence the number may be a stranger's",
    given: [seen(1, 'P1'), seen(year + 1, 'P1 B1')],
    people: [`B1: ${P(1)} ${year + 1}..`, `nobody: ${P(1)} 1..${year + 1}`],
    rules: 'R3 R11',
    notices: [`${year + 1} B1 R11 number_in_new_hands`, `${year + 1} nobody R11 number_released`],
  },
  {
    name: 'R12: a number with a new account has a new owner',
    given: [seen(1, 'P1 B1'), seen(5, 'P1 B2')],
    people: [`B1: ${P(1)} 1..5`, `B2: ${P(1)} 5..`],
    rules: 'R8 R12',
    notices: ['5 B1 R12 number_released', '5 B2 R12 number_in_new_hands'],
  },
  {
    name: 'R13: a number moves to an account already known',
    given: [seen(1, 'P1 B1'), seen(2, 'B2'), seen(5, 'P1 B2')],
    people: [`B1: ${P(1)} 1..5`, `B2: ${P(1)} 5..`],
    rules: 'R8 R6 R13',
    notices: ['5 B1 R13 number_released', '5 B2 R13 number_shown'],
  },
  {
    name: 'R14: an account and a number with histories of their own turn out to be one person',
    given: [seen(1, 'P1'), seen(2, 'B1'), seen(3, 'P1 B1')],
    people: [`B1: ${P(1)} 1..`],
    rules: 'R3 R6 R14',
    notices: ['3 B1 R14 conversations_joined', '3 B1 R14 number_shown'],
  },
  {
    name: 'C9: a person adopts a username and hides the number',
    given: [seen(1, 'P1 B1 @-'), seen(2, 'B1 @ana')],
    people: [`B1: ${P(1)} 1.. @ana hidden since 2`],
    rules: 'R8 R7',
    notices: ['2 B1 R7 username_adopted'],
  },
  {
    name: 'C9: the number comes back into view',
    given: [seen(1, 'P1 B1 @-'), seen(2, 'B1 @ana'), seen(3, 'P1 B1 @ana')],
    people: [`B1: ${P(1)} 1.. @ana`],
    rules: 'R8 R7 R9',
    notices: ['2 B1 R7 username_adopted', '3 B1 R9 number_shown'],
  },
  {
    name: 'C9: a username is changed, then dropped',
    given: [seen(1, 'P1 B1 @ana'), seen(2, 'P1 B1 @ana.p'), seen(3, 'P1 B1 @-')],
    people: [`B1: ${P(1)} 1..`],
    rules: 'R8 R9 R9',
    notices: ['2 B1 R9 username_changed', '3 B1 R9 username_dropped'],
  },
  {
    name: 'a username that changed hands never joins two people',
    given: [seen(1, 'P1 B1 @ana'), seen(2, 'P1 B1 @-'), seen(3, 'P2 B2 @ana')],
    people: [`B1: ${P(1)} 1..`, `B2: ${P(2)} 3.. @ana`],
    rules: 'R8 R9 R8',
    notices: ['2 B1 R9 username_dropped'],
  },
  {
    name: 'R17: a number change with old and new ids',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P2 B2'), seen(6, 'P2 B2')],
    people: [`B1† B2: ${P(1)} 1..5, ${P(2)} 5..`],
    rules: 'R8 R17 R9',
    notices: ['5 B1† B2 R17 number_changed'],
  },
  {
    name: 'R17: a number change with the new number hidden',
    given: [seen(1, 'P1 B1'), seen(2, 'B1 @ana'), moved(5, 'B1', 'B2'), seen(6, 'B2 @ana')],
    people: [`B1† B2: ${P(1)} 1..5 @ana hidden since 2`],
    rules: 'R8 R7 R17 R7',
    notices: ['2 B1† B2 R7 username_adopted', '5 B1† B2 R17 number_changed'],
  },
  {
    name: 'R17: a change known only by the old number',
    given: [seen(1, 'P1 B1'), moved(5, 'P1', 'P2 B2'), seen(6, 'P2 B2')],
    people: [`B1 B2: ${P(1)} 1..5, ${P(2)} 5..`],
    rules: 'R8 R17 R9',
    notices: ['5 B1 B2 R17 number_changed'],
  },
  {
    name: 'R17: the same change told to several numbers of the business counts once',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P2 B2'), seen(6, 'P2 B2'), moved(7, 'B1', 'B2')],
    people: [`B1† B2: ${P(1)} 1..5, ${P(2)} 5..`],
    rules: 'R8 R17 R9 R17',
    notices: ['5 B1† B2 R17 number_changed'],
  },
  {
    name: 'R17: a second number change in a row',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P2 B2'), moved(8, 'P2 B2', 'P3 B3'), seen(9, 'P3 B3')],
    people: [`B1† B2† B3: ${P(1)} 1..5, ${P(2)} 5..8, ${P(3)} 8..`],
    rules: 'R8 R17 R17 R9',
    notices: ['5 B1† B2† B3 R17 number_changed', '8 B1† B2† B3 R17 number_changed'],
  },
  {
    name: 'R17: the number moved to had a history of somebody else',
    given: [seen(1, 'P1 B1'), seen(2, 'P2'), moved(5, 'P1 B1', 'P2 B2'), seen(6, 'P2')],
    people: [`B1† B2: ${P(1)} 1..5, ${P(2)} 5..`, `nobody: ${P(2)} 2..5`],
    rules: 'R8 R3 R17 R4',
    notices: ['5 B1† B2 R17 number_changed'],
  },
  {
    name: 'R17: nothing changed, nothing happens',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P1 B1')],
    people: [`B1: ${P(1)} 1..`],
    rules: 'R8 R17',
  },
  {
    name: 'R18: the new account wrote before the change was told',
    given: [seen(1, 'P1 B1'), seen(4, 'P2 B2'), moved(5, 'P1 B1', 'P2 B2')],
    people: [`B1† B2: ${P(1)} 1..5, ${P(2)} 4..`],
    rules: 'R8 R8 R18',
    notices: ['5 B1† B2 R18 conversations_joined', '5 B1† B2 R18 number_changed'],
  },
  {
    name: 'R19: a change of somebody never seen',
    given: [moved(5, 'B1', 'B2'), seen(6, 'P2 B2')],
    people: [`B1† B2: ${P(2)} 6..`],
    rules: 'R19 R9',
  },
  {
    name: 'R20: only the numbers are told; the first account on the new number is the same person',
    given: [seen(1, 'P1 B1'), moved(5, 'P1', 'P2'), seen(6, 'P2 B2')],
    people: [`B1† B2: ${P(1)} 1..5, ${P(2)} 5..`],
    rules: 'R8 R20 R20',
    notices: ['5 B1† B2 R20 number_changed'],
  },
  {
    name: 'R20: before the account is seen, the new number waits for it',
    given: [seen(1, 'P1 B1'), moved(5, 'P1', 'P2')],
    people: [`B1: ${P(1)} 1..5, ${P(2)} 5.. awaiting`],
    rules: 'R8 R20',
    notices: ['5 B1 R20 number_changed'],
  },
  {
    name: 'R20: the new account wrote without its number first',
    given: [seen(1, 'P1 B1'), moved(5, 'P1', 'P2'), seen(6, 'B2'), seen(7, 'P2 B2')],
    people: [`B1† B2: ${P(1)} 1..5, ${P(2)} 5..`],
    rules: 'R8 R20 R6 R20',
    notices: ['5 B1† B2 R20 number_changed', '7 B1† B2 R20 conversations_joined', '7 B1† B2 R20 number_shown'],
  },
  {
    name: 'R20: an account older than the change is not the person who moved',
    given: [seen(1, 'P1 B1'), seen(2, 'B2'), moved(5, 'P1', 'P2'), seen(7, 'P2 B2')],
    people: [`B1: ${P(1)} 1..5, ${P(2)} 5..7`, `B2: ${P(2)} 7..`],
    rules: 'R8 R6 R20 R13',
    notices: ['5 B1 R20 number_changed', '7 B1 R13 number_released', '7 B2 R13 number_shown'],
  },
  {
    name: 'R20: a number known alone changes, and its account shows later',
    given: [seen(1, 'P1'), moved(5, 'P1', 'P2'), seen(6, 'P2'), seen(7, 'P2 B1')],
    people: [`B1: ${P(1)} 1..5, ${P(2)} 5..`],
    rules: 'R3 R20 R4 R10',
    notices: ['5 B1 R20 number_changed'],
  },
  { name: 'R20: a change of a number nobody knows', given: [moved(5, 'P1', 'P2')], people: [], rules: 'R20' },
  {
    name: 'R5: a number given up by its owner starts anew',
    given: [seen(1, 'P1 B1'), moved(5, 'P1 B1', 'P2 B2'), seen(9, 'P1')],
    people: [`B1† B2: ${P(1)} 1..5, ${P(2)} 5..`, `nobody: ${P(1)} 9..`],
    rules: 'R8 R17 R5',
    notices: ['5 B1† B2 R17 number_changed', '9 nobody R5 number_in_new_hands'],
  },
  {
    name: 'the main story: writes, hides, moves, and somebody else takes the old number',
    given: [seen(1, 'P1 B1 @-'), seen(2, 'B1 @ana'), moved(5, 'B1', 'B2'), seen(6, 'B2 @ana'), seen(9, 'P1 B3 @-')],
    people: [`B1† B2: ${P(1)} 1..5 @ana hidden since 2`, `B3: ${P(1)} 9..`],
    rules: 'R8 R7 R17 R7 R5',
    notices: ['2 B1† B2 R7 username_adopted', '5 B1† B2 R17 number_changed', '9 B3 R5 number_in_new_hands'],
  },
  {
    name: 'the main story with the change never told: the new owner of the number is still a stranger',
    given: [seen(1, 'P1 B1 @-'), seen(2, 'B1 @ana'), seen(9, 'P1 B3 @-')],
    people: [`B1: ${P(1)} 1..9 @ana hidden since 2`, `B3: ${P(1)} 9..`],
    rules: 'R8 R7 R12',
    notices: ['2 B1 R7 username_adopted', '9 B1 R12 number_released', '9 B3 R12 number_in_new_hands'],
  },
  {
    name: 'R15: account and parent are one',
    given: [seen(1, 'B1 PB1'), seen(2, 'PB1')],
    people: ['B1 PB1: no phone hidden since 1'],
    rules: 'R6 R7',
  },
  {
    name: 'R15: account and parent met apart are joined when met together',
    given: [seen(1, 'B1'), seen(2, 'PB1'), seen(3, 'B1 PB1')],
    people: ['B1 PB1: no phone hidden since 1'],
    rules: 'R6 R6 R15',
    notices: ['3 B1 PB1 R15 conversations_joined'],
  },
  {
    name: 'R16: two accounts of one parent, a change missing between them',
    given: [seen(1, 'B1 PB1'), seen(2, 'B2 PB1')],
    people: ['B1 B2 PB1: no phone hidden since 1'],
    rules: 'R6 R16',
  },
  {
    name: 'R27: the status of our message tells which account the number has',
    given: [seen(1, 'P1', 'business'), seen(2, 'P1 B1', 'status'), seen(3, 'B1 @ana')],
    people: [`B1: ${P(1)} 1.. @ana hidden since 3`],
    rules: 'R3 R27 R7',
  },
  {
    name: 'R27: a status never takes a number from anybody',
    given: [seen(1, 'P1 B1'), seen(2, 'P1 B2', 'status')],
    people: [`B1: ${P(1)} 1..`],
    rules: 'R8 R27',
  },
  {
    name: 'R27: a status of somebody unknown makes nobody',
    given: [seen(2, 'P1 B1', 'status')],
    people: [],
    rules: 'R27',
  },
  {
    name: 'R9: the ninth digit of Brazil is the same number',
    given: [
      { kind: 'seen-together', id: nextId(), at: 1, by: 'customer', phone: '+5568992412393' as E164 },
      { kind: 'seen-together', id: nextId(), at: 2, by: 'customer', phone: '+556892412393' as E164, bsuid: b('B1') },
    ],
    people: ['B1: +556892412393 1..'],
    rules: 'R3 R10',
  },
];
