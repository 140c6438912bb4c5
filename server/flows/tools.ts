// What flows are given besides the transaction: everything that is not a function of their input.

import { createHmac, randomUUID } from 'node:crypto';

export interface Tools {
  newId: () => string;
  /** A keyed hash of an event's own id: idempotence, and a tie-break that knows nothing of arrival. */
  keyed: (eventId: string) => string;
  clock: () => number;
}

export function toolsWith(secret: string): Tools {
  return {
    newId: randomUUID,
    keyed: (eventId) => createHmac('sha256', secret).update(eventId).digest('base64url').slice(0, 22),
    clock: Date.now,
  };
}
