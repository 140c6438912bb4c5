// The presence room: who looks at a thread, and who writes in it. It owns no table: what is here is over in seconds, so it goes from
// node to node by PostgreSQL's notifications and lives in their memory. Promises: nothing of it is kept or logged.

import type { Database } from '../db/connect.ts';
import type { Beat } from './rules-presence.ts';

export const presenceChannel = 'throughline_presence';

/** To every node, this one included. PostgreSQL takes 8,000 bytes. */
export async function announce(db: Database, beat: Beat): Promise<void> {
  await db.sql`select pg_notify(${presenceChannel}, ${JSON.stringify(beat)})`;
}

export function readBeat(text: string): Beat | undefined {
  try {
    return JSON.parse(text) as Beat;
  } catch {
    return undefined;
  }
}
