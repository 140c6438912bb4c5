// What becomes of a message that was accepted.

import type { MetaFault } from './errors.ts';
import type { Registry } from './registry.ts';
import type { Sentinel } from './sentinels.ts';
import { pairKey } from './state.ts';
import type { Checked, Send } from './template-sends.ts';

/** `code`: it will fail with that; `silence`: nothing is ever said; `arrives`: sent, then delivered. */
export type Fate = { kind: 'arrives' } | { kind: 'silence' } | { kind: 'fails'; code: number; details?: string };

/** What is known before anybody looks at the person. */
export interface Ahead {
  /** A failure a test planned for this message. */
  planned: number | undefined;
  sentinel: Sentinel | undefined;
  /** A file that cannot be carried. */
  file: MetaFault | undefined;
  windowClosed: boolean;
}

const DAY_MS = 86_400_000;

export class Fates {
  readonly #world: Registry;
  /** By person: when marketing messages reached them, newest last. */
  readonly #marketing = new Map<string, number[]>();

  constructor(world: Registry) {
    this.#world = world;
  }

  of({ number, address, body }: Send, template: Checked, ahead: Ahead): Fate {
    if (ahead.planned !== undefined) return { kind: 'fails', code: ahead.planned };
    if (ahead.sentinel !== undefined) return { kind: 'fails', code: ahead.sentinel.code };
    if (ahead.windowClosed) return { kind: 'fails', code: 131047 };
    if (ahead.file !== undefined) return { kind: 'fails', code: ahead.file.code, details: ahead.file.details };
    if (address.silent === true || address.by === 'group') return { kind: 'silence' };
    const person = address.person;
    if (person === undefined || person.phone === null) return { kind: 'fails', code: 131026 };
    if (number.blocked.includes(person.id)) return { kind: 'fails', code: 130403 };
    if (body.type === 'template' && template.category === 'marketing') {
      const stopped = this.#world.state.marketingStops[pairKey(number.phoneNumberId, person.id)] === true;
      if (stopped) return { kind: 'fails', code: 131050 };
      if (this.#hadEnough(person.id)) return { kind: 'fails', code: 131049 };
    }
    return { kind: 'arrives' };
  }

  /** Counts one marketing message, unless the person has had their share for the day from whomever. */
  #hadEnough(personId: string): boolean {
    const most = this.#world.knobs.marketingPerDay;
    if (most === null) return false;
    const now = this.#world.now();
    const recent = (this.#marketing.get(personId) ?? []).filter((at) => now - at < DAY_MS);
    if (recent.length < most) recent.push(now);
    else return true;
    this.#marketing.set(personId, recent);
    return false;
  }
}
