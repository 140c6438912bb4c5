// What cases are written with: evidence in a few letters. P phone, B account id, PB parent id.

import type {
  Anchor,
  Evidence,
  EvidenceId,
  Merge,
  NeverMerge,
  Party,
  SeenTogether,
  Settled,
  Split,
  Undo,
  Word,
} from './evidence.ts';
import type { Bsuid, E164, ParentBsuid, Username } from './identifiers.ts';
import type { Policy } from './policy.ts';
import { anchorsOf } from './words.ts';

export interface Case {
  name: string;
  given: Evidence[];
  /** One line a person: names († retired): phones from..until. */
  people: string[];
  /** The rule each piece of evidence met, in event order. */
  rules: string;
  /** Notices, as "time who rule type"; none unless listed. */
  notices?: string[];
  /** Questions for people that are still open, as "time rule type who / other"; none unless listed. */
  reviews?: string[];
  /** Accounts put together by people, as "B1 + B2"; none unless listed. */
  contacts?: string[];
  /** Where it is not the default. */
  policy?: Partial<Policy>;
}

let made = 0;
/** Ids that sort unlike the order they were made in: nothing may lean on it. */
export const nextId = () => (((++made * 2654435761) % 4294967296) >>> 0).toString(16).padStart(8, '0') as EvidenceId;

export const phone = (n: number) => `+155500${String(n).padStart(4, '0')}` as E164;
const p = (name: string) => phone(Number(name.slice(1)));
export const b = (name: string) => `US.${name}` as Bsuid;
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

/** The person did something from a device with this key: "P1 B1" and the hash. */
export function keyed(at: number, text: string, keyHash: string): Evidence {
  return { ...seen(at, text), keyHash } as Evidence;
}

/** The person answered a request for the number. */
export function shared(at: number, text: string): Evidence {
  return { ...seen(at, text), sharedNumber: true } as Evidence;
}

export function gone(at: number, text: string): Evidence {
  return { kind: 'gone', id: nextId(), at, phone: p(text) };
}

/** Somebody says that this number is that person's. */
export function claimed(at: number, text: string, about: string): Evidence {
  return { kind: 'claimed', id: nextId(), at, phone: p(text), about: anchor(about) };
}

const said = (at: number) => ({ id: nextId(), at, actor: { id: 'u1', name: 'Sam' }, reason: 'asked them' });

/** "B1", "PB1", or "P1@3": whoever had that number then. */
export function anchor(text: string): Anchor {
  const [value = '', at] = text.split('@');
  if (at !== undefined) return { kind: 'phone', value: p(value), at: Number(at), tie: '~' };
  return value.startsWith('PB') ? { kind: 'parent', value: pb(value) } : { kind: 'bsuid', value: b(value) };
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

export function moved(at: number, previous: string, current: string): Evidence {
  return { kind: 'rotated', id: nextId(), at, previous: party(previous), current: party(current) };
}

export const day = 86_400_000;
export const year = 366 * day;
export const P = (n: number) => phone(n);
