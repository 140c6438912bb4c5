// How the case table is written. P1 is a number, B1 an account id, PB1 a parent's, @ana a username; real numbers stand as they are.

import type {
  Anchor,
  Evidence,
  EvidenceId,
  Merge,
  NeverMerge,
  Party,
  Rename,
  SeenTogether,
  Settled,
  Split,
  Undo,
  Word,
} from './evidence.ts';
import type { Bsuid, E164, ParentBsuid, Username } from './identifiers.ts';
import type { Policy } from './policy.ts';
import { anchorsOf } from './words.ts';

/** Given what was said, these are the people: all of them, and no notice but those listed. */
export interface Case {
  /** "R3: a sentence", under the rule it is about; without a rule, a story. */
  name: string;
  /** In event order. */
  given: Evidence[];
  /** The rule each piece of evidence met. */
  rules: string;
  /** One line a person: account ids († given up by a number change): numbers from..until. The first is X, then Y, Z, W. */
  people: string[];
  /** As "time who rule type"; none unless listed. */
  notices?: string[];
  /** Questions for people that are still open, as "time rule type who / other"; none unless listed. */
  reviews?: string[];
  /** Accounts put together by people, as "B1 + B2"; none unless listed. */
  contacts?: string[];
  /** Whose each piece is now, by letter; - where it is nobody's. */
  whose?: string;
  /** For each person, where a reply goes and why. */
  replies?: string[];
  /** For each person, what agents see as the identifier, and what became of each number, the latest first. */
  shown?: string[];
  /** Told in event order: who went into whom, numbered as they first appeared. */
  joined?: string[];
  /** What the deployment chose; the default unless listed. */
  policy?: Partial<Policy>;
}

export const letters = ['X', 'Y', 'Z', 'W'] as const;
export const day = 86_400_000;

let made = 0;
/** Ids that sort unlike the order they were made in: nothing may lean on it. */
const nextId = () => (((++made * 2654435761) % 4294967296) >>> 0).toString(16).padStart(8, '0') as EvidenceId;

export const phone = (n: number) => `+155500${String(n).padStart(4, '0')}` as E164;

/** Numbers made from a letter are written by it again, long times in days, and the numbers of a person in one order. */
export function spelled(text: string): string {
  const short = text
    .replaceAll(/\+155500(\d{4})\b/g, (_, n) => `P${Number(n)}`)
    .replaceAll(/(?<![+\w])\d{8,}\b/g, (ms) => spelledTime(Number(ms)));
  return short.replace(numbers, (listed) => listed.split(', ').sort().join(', '));
}

const oneNumber = String.raw`\S+ \S+\.\.[^\s,]*(?: awaiting)?`;
const numbers = new RegExp(`(?<=: )${oneNumber}(?:, ${oneNumber})+`);

/** Small times as they are, long ones in days. */
export function spelledTime(at: number): string {
  const days = Math.floor(at / day);
  if (days === 0) return String(at);
  return at % day === 0 ? `${days}d` : `${days}d+${at % day}`;
}

/** "P1 B1 PB1", "+5568992412393 B1" and the like. */
export function party(text: string): Party {
  const words = text.split(' ');
  const find = (kind: RegExp) => words.find((word) => kind.test(word));
  const [number, bsuid, parent] = [find(/^(P\d|\+)/), find(/^B\d/), find(/^PB\d/)];
  return {
    ...(number && { phone: number.startsWith('+') ? (number as E164) : phone(Number(number.slice(1))) }),
    ...(bsuid && { bsuid: `US.${bsuid}` as Bsuid }),
    ...(parent && { parent: `US.ENT.${parent}` as ParentBsuid }),
  };
}

/**
 * The person did something, showing these. `@name` for a username, `@-` for a profile without one, a plain word for a profile
 * name, `#1` for a hash, where a tie is about to be broken by it.
 */
export function seen(at: number, text: string, by: SeenTogether['by'] = 'customer'): Evidence {
  const words = text.split(' ');
  const shown = words.find((word) => word.startsWith('@'));
  const username = shown === '@-' ? null : (shown?.slice(1) as Username | undefined);
  const name = words.find((word) => /^[A-Z][a-z]+$/.test(word));
  return {
    kind: 'seen-together',
    id: idIn(text),
    at,
    by,
    ...party(text),
    ...(username !== undefined && { username }),
    ...(name && { name }),
  };
}

/** We wrote to a number. */
export const wrote = (at: number, text: string) => seen(at, text, 'business');

/** A status of a message of ours. */
export const status = (at: number, text: string) => seen(at, text, 'status');

/** Meta's word that one set of identifiers became another. */
export function moved(at: number, previous: string, current: string): Evidence {
  return { kind: 'rotated', id: idIn(current), at, previous: party(previous), current: party(current) };
}

function idIn(text: string): EvidenceId {
  const [hash] = /#\w+/.exec(text) ?? [];
  return (hash ?? nextId()) as EvidenceId;
}

/** The person did something from a device with this key: "P1 B1" and the hash. */
export function keyed(at: number, text: string, keyHash: string): Evidence {
  return { ...seen(at, text), keyHash } as Evidence;
}

/** The person answered a request for the number. */
export function shared(at: number, text: string): Evidence {
  return { ...seen(at, text), sharedNumber: true } as Evidence;
}

export function gone(at: number, text: string): Evidence {
  return { kind: 'gone', id: nextId(), at, phone: phoneOf(text) };
}

/** Somebody says that this number is that person's. */
export function claimed(at: number, text: string, about: string): Evidence {
  return { kind: 'claimed', id: nextId(), at, phone: phoneOf(text), about: anchor(about) };
}

const said = (at: number) => ({ id: nextId(), at, actor: { id: 'u1', name: 'Sam' }, reason: 'asked them' });

/** "B1", "PB1", or "P1@3": whoever had that number then. */
export function anchor(text: string): Anchor {
  const [value = '', at] = text.split('@');
  if (at !== undefined) return { kind: 'phone', value: phoneOf(value), at: Number(at), tie: '~' };
  return value.startsWith('PB')
    ? { kind: 'parent', value: `US.ENT.${value}` as ParentBsuid }
    : { kind: 'bsuid', value: `US.${value}` as Bsuid };
}

export function same(at: number, one: string, other: string): Merge {
  return { kind: 'merge', ...said(at), a: anchor(one), b: anchor(other) };
}

/** "B2" is somebody else than "B1 B3". */
export function apart(at: number, one: string, others: string): Split {
  return { kind: 'split', ...said(at), a: anchor(one), from: others.split(' ').map(anchor) };
}

export function never(at: number, one: string, other: string): NeverMerge {
  return { kind: 'never-merge', ...said(at), a: anchor(one), b: anchor(other) };
}

export function takenBack(at: number, word: Word): Undo {
  return { kind: 'undo', ...said(at), word: word.id, about: anchorsOf(word) };
}

export function settled(at: number, question: Evidence, about: string): Settled {
  return { kind: 'settled', ...said(at), evidenceId: question.id, about: [anchor(about)] };
}

/** "B1 B2" are called that. */
export function called(at: number, about: string, name: string): Rename {
  return { kind: 'rename', ...said(at), about: about.split(' ').map(anchor), name };
}

function phoneOf(text: string): E164 {
  return phone(Number(text.slice(1)));
}
