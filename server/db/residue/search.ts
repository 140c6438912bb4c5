// All needles at once, in one reading of whatever is searched: an automaton after Aho and Corasick (1975), fed in pieces. A search by one
// expression of some hundred alternatives reads the same text that many times. Pure.

import type { Needle } from './forms.ts';

export interface Search {
  /** Another piece of the same thing: what begins in one and ends in the next is found. */
  feed(bytes: Uint8Array): void;
  /** What was found since the last time; the next piece is of another thing. */
  end(): Needle[];
}

/** What people put between the digits of a number; 0xC2 0xA0 is a space that does not break. */
const between = new Set([...' ()-./\t+'].map((letter) => letter.charCodeAt(0)).concat([0xc2, 0xa0]));

export function searchFor(needles: readonly Needle[]): Search {
  const of = (match: Needle['match']) => needles.filter((needle) => needle.match === match);
  const automata = [
    automaton(of('exact'), (byte) => byte),
    automaton(of('folded'), lower),
    automaton(of('spaced'), (byte) => (between.has(byte) ? undefined : byte)),
  ];
  return {
    feed: (bytes) => {
      for (const one of automata) one.feed(bytes);
    },
    end: () => automata.flatMap((one) => one.end()),
  };
}

function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** `read`: a byte as it counts; undefined, it is passed over. */
function automaton(needles: readonly Needle[], read: (byte: number) => number | undefined): Search {
  const { next, ends } = tableOf(needles, read);
  const counted = Int16Array.from({ length: 256 }, (_, byte) => read(byte) ?? -1);
  let state = 0;
  const found = new Set<number>();
  return {
    feed: (bytes) => {
      if (needles.length === 0) return;
      for (let i = 0; i < bytes.length; i++) {
        const byte = counted[bytes[i] as number] as number;
        if (byte < 0) continue;
        state = next[state * 256 + byte] as number;
        const here = ends[state];
        if (here) for (const needle of here) found.add(needle);
      }
    },
    end: () => {
      const all = [...found].flatMap((index) => needles[index] ?? []);
      found.clear();
      state = 0;
      return all;
    },
  };
}

/** For each state and byte the next state, and the needles that end in each state. */
function tableOf(needles: readonly Needle[], read: (byte: number) => number | undefined) {
  const children: Map<number, number>[] = [new Map()];
  const ends: (number[] | undefined)[] = [undefined];
  for (const [index, { bytes }] of needles.entries()) {
    let state = 0;
    for (const raw of bytes) {
      const byte = read(raw);
      if (byte === undefined) continue;
      let child = children[state]?.get(byte);
      if (child === undefined) {
        child = children.push(new Map()) - 1;
        ends.push(undefined);
        children[state]?.set(byte, child);
      }
      state = child;
    }
    ends[state] = [...(ends[state] ?? []), index];
  }
  return { next: transitions(children, ends), ends };
}

/** Breadth first: where nothing goes on, the longest ending that is a beginning goes on instead. */
function transitions(children: readonly Map<number, number>[], ends: (number[] | undefined)[]): Int32Array {
  const next = new Int32Array(children.length * 256);
  const fallback = new Int32Array(children.length);
  const queue = [0];
  for (let place = 0; place < queue.length; place++) {
    const state = queue[place] as number;
    const back = fallback[state] as number;
    if (state !== 0 && ends[back]) ends[state] = [...(ends[state] ?? []), ...(ends[back] ?? [])];
    for (let byte = 0; byte < 256; byte++) {
      const child = children[state]?.get(byte);
      const behind = state === 0 ? 0 : (next[back * 256 + byte] as number);
      next[state * 256 + byte] = child ?? behind;
      if (child === undefined) continue;
      fallback[child] = behind;
      queue.push(child);
    }
  }
  return next;
}
