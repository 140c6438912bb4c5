// Failures a test plans: some in turn, for the next calls, and some by chance, for as long as they are in force.

import { type Random, seededRandom } from './random.ts';

/** What can go wrong with one call. */
export type Trouble =
  /** The request is refused with this code. */
  | { how: 'answer'; code: number }
  /** The message is accepted and fails later with this code. */
  | { how: 'status'; code: number }
  /** What was asked is done, but the connection is cut before the answer. */
  | { how: 'lost-answer' }
  /** The connection is cut before anything is done. */
  | { how: 'lost-request' }
  /** A page of HTML, as from a proxy in between, with this HTTP status (502); with `done`, what was asked is done all the same. */
  | { how: 'html'; http?: number; done?: boolean }
  /** Answered as usual, this many milliseconds of real time late. Goes together with other trouble. */
  | { how: 'slow'; delayMs: number };

/** Which calls: sends (the default), media uploads, addresses of media, the bytes themselves, templates, or everything. */
export type FaultPlace = 'send' | 'upload' | 'media' | 'download' | 'templates' | 'any';

export type Fault = Trouble & {
  /** How many calls it meets: 1 where there is no `chance`, else without end. */
  times?: number;
  /** 0 to 1: each call meets it with this chance. */
  chance?: number;
  /** The same seed gives the same accidents for the same calls in the same order. */
  seed?: number | string;
  on?: FaultPlace;
  /** Only calls of this business number. */
  number?: string;
};

export interface Fortune {
  trouble?: Trouble;
  delayMs: number;
}

interface Planned {
  fault: Fault;
  left: number;
  random?: Random;
}

export class FaultPlan {
  #turns: Planned[] = [];
  #rates: Planned[] = [];
  #made = 0;

  add(fault: Fault): void {
    if (fault.chance === undefined) {
      this.#turns.push({ fault, left: fault.times ?? 1 });
      return;
    }
    const random = seededRandom(fault.seed ?? `rate ${this.#made++}`);
    this.#rates.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY, random });
  }

  /** From now on nothing goes wrong by plan. */
  clear(): void {
    this.#turns = [];
    this.#rates = [];
  }

  /** What this call meets. What is planned in turn comes before what happens by chance. */
  next(place: Exclude<FaultPlace, 'any'>, number?: string): Fortune {
    const fits = ({ fault }: Planned): boolean => {
      const on = fault.on ?? 'send';
      return (on === 'any' || on === place) && (fault.number === undefined || fault.number === number);
    };
    const fortune: Fortune = { delayMs: 0 };
    const meet = (planned: Planned): void => {
      planned.left--;
      const { fault } = planned;
      if (fault.how === 'slow') fortune.delayMs += fault.delayMs;
      else fortune.trouble ??= fault;
    };
    const turn = this.#turns.find(fits);
    if (turn !== undefined) meet(turn);
    for (const rate of this.#rates) {
      // Each one draws for each call it fits, whatever the others did: their seeds do not disturb each other.
      if (fits(rate) && rate.random?.chance(rate.fault.chance ?? 0) === true) {
        if (rate.fault.how === 'slow' || fortune.trouble === undefined) meet(rate);
      }
    }
    this.#turns = this.#turns.filter((one) => one.left > 0);
    this.#rates = this.#rates.filter((one) => one.left > 0);
    return fortune;
  }
}
