// Runs: evidence kept compactly. Most of what is ever said of somebody is the same few things again and again, and only the
// place in event order and the id differ. A run says the thing once and packs up to 1,024 places of it.
//
// Nothing is lost. A run is unpacked into exactly the evidence it was made from, so a late fact is put in its place as ever.
// What a run holds need not be consecutive: a customer's messages alternate with the statuses of the answers, and runs that
// broke at each would hold one fact each.

import { byPosition, type EvidenceId, type Position, positionOf, type SeenTogether } from './evidence.ts';

/** What one piece of evidence says, apart from when and under which id. */
export type RunContent = Omit<SeenTogether, 'id' | 'at' | 'receivedAt'>;

export interface Run {
  content: RunContent;
  first: Position;
  last: Position;
  count: number;
  /** Times, arrival times and ids of all of it, in event order: see `writePositions`. */
  positions: Uint8Array;
}

/** About 21 bytes a piece: a full run is a little over 20 KB, which is read and written whole. */
export const runLimit = 1024;

/** Times this far from the epoch, some 35,000 years, keep every difference of two exact. */
const timeLimit = 2 ** 50;

/** Only observations repeat themselves; any other word on who is who stands for itself. */
export function isPackable(evidence: { kind: string; at: number; receivedAt?: number }): evidence is SeenTogether {
  const times = [evidence.at, evidence.receivedAt ?? 0];
  return (
    evidence.kind === 'seen-together' && times.every((time) => Number.isInteger(time) && Math.abs(time) < timeLimit)
  );
}

/**
 * The runs of this evidence, in event order of their first. The same set gives the same runs in whatever order it comes, so
 * packing what was unpacked together with more is how runs grow. Of two with one id the first received is kept.
 *
 * @throws where `isPackable` says no: it would be lost.
 */
export function pack(history: readonly SeenTogether[]): Run[] {
  if (!history.every(isPackable)) throw new Error('Evidence that cannot be packed was to be packed.');
  const alike = new Map<string, SeenTogether[]>();
  for (const one of firstReceived(history).sort(byPosition)) {
    const key = contentKey(one);
    const same = alike.get(key);
    if (same) same.push(one);
    else alike.set(key, [one]);
  }
  return [...alike.values()]
    .flatMap((same) => chunksOf(same, runLimit).map(runOf))
    .sort((a, b) => a.first.at - b.first.at || (a.first.tie < b.first.tie ? -1 : 1));
}

/** Everything the runs were made from. */
export function unpack(runs: readonly Run[]): SeenTogether[] {
  return runs.flatMap(({ content, first, count, positions }) => {
    const reader = new Reader(positions);
    return readPositions(reader, first.at, count).map((position) => ({ ...content, ...position }));
  });
}

/** One of each id: the one that arrived first, as far as that is known. */
export function firstReceived<E extends { id: EvidenceId; receivedAt?: number }>(history: readonly E[]): E[] {
  const once = new Map<EvidenceId, E>();
  for (const evidence of history) {
    const known = once.get(evidence.id);
    const isEarlier = known?.receivedAt !== undefined && (evidence.receivedAt ?? Infinity) < known.receivedAt;
    if (!known || isEarlier) once.set(evidence.id, evidence);
  }
  return [...once.values()];
}

function runOf(same: readonly SeenTogether[]): Run {
  const [first, last] = [same[0], same.at(-1)];
  if (!first || !last) throw new Error('A run holds something.');
  const writer = new Writer();
  writePositions(writer, same);
  return {
    content: contentOf(first),
    first: positionOf(first),
    last: positionOf(last),
    count: same.length,
    positions: writer.bytes(),
  };
}

function contentOf({ id: _id, at: _at, receivedAt: _receivedAt, ...content }: SeenTogether): RunContent {
  return content;
}

/** The content as text, the same for the same content however its fields are ordered. */
function contentKey(evidence: SeenTogether): string {
  return JSON.stringify(contentOf(evidence), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

// The layout. Numbers are varints: seven bits a byte, the lowest first.
//   form of the ids: 0 hashes, 1 texts
//   times: milliseconds since the one before; the first is the run's own
//   arrivals: 0 not known, else one more than the milliseconds between time and arrival (doubled; odd where it came before)
//   ids: 132 bits each, end to end; or, as texts, length and UTF-16 units

const hashed = 0;
const spelled = 1;

function writePositions(writer: Writer, same: readonly SeenTogether[]): void {
  const ids = same.map(({ id }) => id);
  const form = ids.every((id) => hashPattern.test(id)) ? hashed : spelled;
  writer.number(form);
  for (const [i, { at }] of same.entries()) writer.number(at - (same[i - 1] ?? { at }).at);
  for (const { at, receivedAt } of same) writer.number(receivedAt === undefined ? 0 : 1 + zigzag(receivedAt - at));
  if (form === hashed) writer.hashes(ids.join(''));
  else for (const id of ids) writer.text(id);
}

function readPositions(reader: Reader, firstAt: number, count: number) {
  const form = reader.number();
  let at = firstAt;
  const times = Array.from({ length: count }, () => {
    at += reader.number();
    return at;
  });
  const delays = Array.from({ length: count }, () => reader.number());
  const ids = form === hashed ? reader.hashes(count) : Array.from({ length: count }, () => reader.text());
  return times.map((time, i) => {
    const delay = delays[i] ?? 0;
    const arrival = delay === 0 ? {} : { receivedAt: time + unzigzag(delay - 1) };
    return { id: ids[i] as EvidenceId, at: time, ...arrival };
  });
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digitOf = new Map([...alphabet].map((letter, i) => [letter, i]));
const hashLength = 22;
const hashPattern = /^[A-Za-z0-9_-]{22}$/;

class Writer {
  private readonly written: number[] = [];

  bytes(): Uint8Array {
    return Uint8Array.from(this.written);
  }

  /** Whole, not negative, below 2^53. Bit operations would stop at 2^32. */
  number(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.written.push((rest % 128) + 128);
    this.written.push(rest);
  }

  text(text: string): void {
    this.number(text.length);
    for (let i = 0; i < text.length; i++) this.number(text.charCodeAt(i));
  }

  /** Four letters of base64url are three bytes. The end is filled up with A. */
  hashes(letters: string): void {
    const digit = (i: number) => digitOf.get(letters[i] ?? 'A') ?? 0;
    for (let i = 0; i < letters.length; i += 4) {
      const bits = (digit(i) << 18) | (digit(i + 1) << 12) | (digit(i + 2) << 6) | digit(i + 3);
      this.written.push(bits >> 16, (bits >> 8) & 255, bits & 255);
    }
  }
}

class Reader {
  private readonly bytes: Uint8Array;
  private next = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }

  text(): string {
    const length = this.number();
    return Array.from({ length }, () => String.fromCharCode(this.number())).join('');
  }

  hashes(count: number): string[] {
    let letters = '';
    while (letters.length < count * hashLength) {
      const bits = (this.byte() << 16) | (this.byte() << 8) | this.byte();
      for (const shift of [18, 12, 6, 0]) letters += alphabet[(bits >> shift) & 63];
    }
    return Array.from({ length: count }, (_, i) => letters.slice(i * hashLength, (i + 1) * hashLength));
  }

  private byte(): number {
    const byte = this.bytes[this.next++];
    if (byte === undefined) throw new Error('A run ends before everything in it was read.');
    return byte;
  }
}
