// People every message to whom fails, so that each of Meta's errors can be seen. Either by their number, +1 500 9 and the six
// digits of the code (+1 500 913 1026 fails with 131026, +1 500 908 0007 with 80007): 500 is a code for numbers that are no
// telephones, and it parses as valid. Or by registering a person with a code of their own.

import type { Address } from './addressing.ts';
import type { Knobs } from './knobs.ts';

/** How a failure is told: refused at once, or accepted and failed by a status. */
export type FailWay = 'answer' | 'status';

export interface Sentinel {
  code: number;
  way: FailWay;
}

/** Codes that concern the person rather than the request come later, as a status (Meta, "Error codes", read 2026-09). */
const BY_STATUS = new Set([130403, 130472, 131026, 131047, 131049, 131050, 131052, 131053, 137000]);

export function sentinelAt(address: Address, knobs: Pick<Knobs, 'sentinels'>): Sentinel | undefined {
  const own = address.person?.fails;
  if (own !== undefined) return { code: own.code, way: own.way ?? wayOf(own.code, knobs) };
  const code = /^15009(\d{6})$/.exec(address.person?.phone ?? address.waId ?? '')?.[1];
  return code === undefined ? undefined : { code: Number(code), way: wayOf(Number(code), knobs) };
}

function wayOf(code: number, { sentinels }: Pick<Knobs, 'sentinels'>): FailWay {
  if (sentinels !== 'as-meta') return sentinels;
  return BY_STATUS.has(code) ? 'status' : 'answer';
}
