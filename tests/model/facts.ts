// What can happen to a business, twice over: as the webhook Meta sends of it, and as what it says of people. The second is written
// down here and not read from the first, so that a reader that reads wrongly is noticed.

import {
  type Evidence,
  type EvidenceId,
  type Party,
  type Position,
  parseBsuid,
  parseE164,
  parseParentBsuid,
  parseUsername,
  tieOf,
} from '@throughline/identity';
import { defaultNumber, epoch, otherNumber } from '../../server/testing/names.ts';
import { person } from '../../server/testing/people.ts';
import { echo, message, moved, type Person, status, text } from '../../server/testing/webhooks.ts';

/** Of the business; the third is connected only later, if ever. */
export const businessNumbers = [defaultNumber, otherNumber, '200000000000009'] as const;
/** A number of the business itself, which never identifies a customer (R2). */
const ownPhone = '+15550001111';

export type StatusWord = 'sent' | 'delivered' | 'read' | 'failed';

/** People as words: "P1 B1 @ana" (server/testing/people.ts); "OWN" is a number of the business. */
export type Act =
  | { kind: 'writes'; who: string; to: 0 | 1 | 2 }
  | { kind: 'moves'; from: string; to: string }
  /** We wrote, from the WhatsApp Business app. */
  | { kind: 'echo'; who: string; to: 0 | 1 }
  /** Word of one of our messages: of the nth, or of one nobody knows. */
  | { kind: 'status'; who: string; of: number; word: StatusWord };

export interface Message {
  /** Its id at Meta; of an answer that was given here, our own. */
  key: string;
  direction: 'in' | 'out';
  party: Party;
  number: string;
  position: Position;
}

export interface Fact {
  webhook: unknown;
  evidence: Evidence | null;
  message: Message | null;
  status: { wamid: string; word: StatusWord } | null;
  /** Where it can be placed only once that number is connected; or never, since it names nobody. */
  parks: 'unconnected' | 'always' | null;
}

export interface Circumstances {
  /** Seconds after `epoch`, and a number that no other fact of this portfolio has. */
  at: number;
  nth: number;
  keyed: (eventId: string) => string;
  /** Our messages so far, and what was told of them: the same is never told once of these identifiers and once of others. */
  ours: readonly string[];
  told: ReadonlySet<string>;
}

export function factOf(act: Act, circumstances: Circumstances): Fact {
  switch (act.kind) {
    case 'writes':
      return written(act, circumstances);
    case 'moves':
      return movedNumber(act, circumstances);
    case 'echo':
      return echoed(act, circumstances);
    case 'status':
      return heardOf(act, circumstances);
  }
}

const timeOf = (at: number) => epoch + at * 1000;

function written({ who, to }: Act & { kind: 'writes' }, { at, nth, keyed }: Circumstances): Fact {
  const wamid = `w${nth}`;
  const number = businessNumbers[to];
  const told = personIn(who);
  const party = partyIn(told);
  const id = keyed(wamid) as EvidenceId;
  const { name } = told;
  // That there is none is told only by a Meta that knows accounts.
  const shown = told.username === null && !party.bsuid ? undefined : told.username;
  const username = typeof shown === 'string' ? parseUsername(shown) : shown;
  return {
    webhook: message(told, { at, id: wamid, number }, text(wamid)),
    evidence: {
      kind: 'seen-together',
      by: 'customer',
      id,
      at: timeOf(at),
      ...party,
      ...(name !== undefined && { name }),
      ...(username !== undefined && { username }),
    },
    message: { key: wamid, direction: 'in', party, number, position: { at: timeOf(at), tie: tieOf(id, party) } },
    status: null,
    parks: to === 2 ? 'unconnected' : party.phone === ownPhone && !party.bsuid && !party.parent ? 'always' : null,
  };
}

/** In the three forms it has had on the wire: numbers only, then the new account beside them, then the old one too. */
function movedNumber({ from, to }: Act & { kind: 'moves' }, { at, nth, keyed }: Circumstances): Fact {
  const wamid = `m${nth}`;
  const [previous, current] = [personIn(from), personIn(to)];
  return {
    webhook: moved(previous, current, { at, id: wamid }),
    evidence: {
      kind: 'rotated',
      id: keyed(wamid) as EvidenceId,
      at: timeOf(at),
      previous: partyIn(previous),
      current: partyIn(current),
    },
    message: null,
    status: null,
    parks: null,
  };
}

function echoed({ who, to }: Act & { kind: 'echo' }, { at, nth, keyed }: Circumstances): Fact {
  const wamid = `e${nth}`;
  const number = businessNumbers[to];
  const told = personIn(who);
  const party = partyIn(told);
  const id = keyed(wamid) as EvidenceId;
  return {
    webhook: echo(told, { at, id: wamid, number }, wamid),
    evidence: { kind: 'seen-together', by: 'business', id, at: timeOf(at), ...party },
    message: { key: wamid, direction: 'out', party, number, position: { at: timeOf(at), tie: tieOf(id, party) } },
    status: null,
    parks: null,
  };
}

/** A status says something of people only where it names a pair (R27). */
function heardOf(
  { who, of, word }: Act & { kind: 'status' },
  { at, nth, keyed, ours, told: before }: Circumstances,
): Fact {
  const known = ours[of % (ours.length + 1)];
  const wamid = known === undefined || before.has(`${known}/${word}`) ? `lost${nth}` : known;
  const told = personIn(who);
  const party = partyIn(told);
  const id = keyed(`${wamid}/${word}/`) as EvidenceId;
  const isPair = Object.keys(party).length > 1;
  return {
    webhook: status(word, { at, id: wamid }, { to: told }),
    evidence: isPair ? { kind: 'seen-together', by: 'status', id, at: timeOf(at), ...party } : null,
    message: null,
    status: { wamid, word },
    parks: null,
  };
}

function personIn(words: string): Person {
  const { OWN, rest } = { OWN: words.split(' ').includes('OWN'), rest: words.replace('OWN', '') };
  return { ...person(rest), ...(OWN && { phone: ownPhone }) };
}

export function partyOf(words: string): Party {
  return partyIn(personIn(words));
}

function partyIn({ phone, bsuid, parent }: Person): Party {
  const [number, own, above] = [
    phone && parseE164(phone),
    bsuid && parseBsuid(bsuid),
    parent && parseParentBsuid(parent),
  ];
  return { ...(number && { phone: number }), ...(own && { bsuid: own }), ...(above && { parent: above }) };
}
