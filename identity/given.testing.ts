// How the case table is written. P1 is a number, B1 an account id, PB1 a parent's, @ana a username; real numbers stand as they are.

import type { Evidence, EvidenceId, Party, SeenTogether } from './evidence.ts';
import type { Bsuid, E164, ParentBsuid, Username } from './identifiers.ts';
import type { Policy } from './policy.ts';

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
