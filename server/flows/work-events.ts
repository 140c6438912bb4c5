// What was done with a thread, written down for its timeline; what other systems follow of it is told to them.

import type { WorkFact } from '@throughline/contract';
import { type PortfolioId, tieOf } from '@throughline/identity';
import { addWorkEvents, type WorkEvent } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import type { EventDraft } from '../events/shapes.ts';
import { append } from '../events/store.ts';
import type { Tools } from './tools.ts';

export interface WorkNote {
  conversationId: string;
  at: number;
  fact: WorkFact;
}

export async function writeWorkEvents(
  tx: Transaction,
  portfolioId: PortfolioId,
  notes: readonly WorkNote[],
  tools: Tools,
): Promise<void> {
  await addWorkEvents(tx, portfolioId, workEvents(notes, tools));
  append(tx, portfolioId, notes.flatMap(toldOf));
}

function toldOf({ conversationId, at, fact }: WorkNote): EventDraft[] {
  switch (fact.type) {
    case 'assigned':
      return [{ type: 'conversation.assigned', at, conversationId, data: { assignee: fact.to, by: fact.by } }];
    case 'team':
      return [{ type: 'conversation.assigned', at, conversationId, data: { team: fact.to, by: fact.by } }];
    case 'resolved':
      return [{ type: 'conversation.resolved', at, conversationId, data: { by: fact.by } }];
    case 'reopened':
      return [{ type: 'conversation.reopened', at, conversationId, data: { by: fact.by } }];
    // Resolved so long ago that it is new work: to others the conversation was closed and is open again.
    case 'begun':
      return [{ type: 'conversation.reopened', at, conversationId, data: { by: null } }];
    case 'snoozed':
    case 'woken':
    case 'priority':
    case 'breached':
      return [];
  }
}

/** In the order given, also where they are of one moment. */
function workEvents(notes: readonly WorkNote[], tools: Tools): WorkEvent[] {
  return notes.map((note, index) => {
    const id = tools.newId();
    return { ...note, id, tie: `${String(index).padStart(4, '0')}${tieOf(tools.keyed(id), {})}` };
  });
}
