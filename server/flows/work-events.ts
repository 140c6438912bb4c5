// What was done with a thread, written down for its timeline.

import type { WorkFact } from '@throughline/contract';
import { tieOf } from '@throughline/identity';
import type { WorkEvent } from '../conversations/work.ts';
import type { Tools } from './tools.ts';

export interface WorkNote {
  conversationId: string;
  at: number;
  fact: WorkFact;
}

/** In the order given, also where they are of one moment. */
export function workEvents(notes: readonly WorkNote[], tools: Tools): WorkEvent[] {
  return notes.map((note, index) => {
    const id = tools.newId();
    return { ...note, id, tie: `${String(index).padStart(4, '0')}${tieOf(tools.keyed(id), {})}` };
  });
}
