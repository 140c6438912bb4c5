// Outcomes of sends share a transaction: while one commit is on its way to disk, the next group gathers.
//
// Why: a commit waits for the disk, so one commit a send caps the sender at the disk's sync rate, whatever Meta allows.

import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import type { Figures } from '../figures.ts';
import { type Recorded, recordSendOutcomes, type Sent } from '../flows/record-send-outcome.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';

export interface OutcomeRecorder {
  /** Resolves once it is on disk. Rejects after many attempts: the message is then found as lost, and is "unknown". */
  record(sent: Sent): Promise<void>;
}

interface Pending {
  sent: Sent;
  resolve: () => void;
  reject: (error: unknown) => void;
}

export interface Recording {
  db: Database;
  tools: Tools;
  log: Logger;
  figures: Figures;
}

const attempts = 5;

export function outcomeRecorder(recording: Recording): OutcomeRecorder {
  let pending: Pending[] = [];
  let busy = false;

  async function recordGroups(): Promise<void> {
    busy = true;
    while (pending.length > 0) {
      const group = takeGroup();
      await recordGroup(recording, group);
    }
    busy = false;
  }

  /** The oldest and those of its portfolio. */
  function takeGroup(): Pending[] {
    const portfolioId = pending[0]?.sent.due.portfolioId;
    const group: Pending[] = [];
    const rest: Pending[] = [];
    for (const one of pending) {
      const fits = group.length < limits.outcomesAtOnce && one.sent.due.portfolioId === portfolioId;
      (fits ? group : rest).push(one);
    }
    pending = rest;
    return group;
  }

  return {
    record: (sent) =>
      new Promise<void>((resolve, reject) => {
        pending.push({ sent, resolve, reject });
        if (!busy) void recordGroups();
      }),
  };
}

/** An answer of Meta's must not be lost to a passing trouble of the database, nor to another answer it was recorded with. */
async function recordGroup(recording: Recording, group: readonly Pending[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await recordOnce(recording, group);
      for (const one of group) one.resolve();
      return;
    } catch (error) {
      recording.log.warn({
        event: 'sends_not_recorded',
        messages: group.length,
        attempt,
        error: error instanceof Error ? error.name : 'unknown',
      });
      if (group.length > 1) break;
      if (attempt === attempts) {
        group[0]?.reject(error);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }
  for (const one of group) await recordGroup(recording, [one]);
}

async function recordOnce({ db, tools, log, figures }: Recording, group: readonly Pending[]): Promise<void> {
  const sent = group.map((one) => one.sent);
  const portfolioId = sent[0]?.due.portfolioId;
  if (portfolioId === undefined) return;
  const recorded = await inTransaction(db, (tx) => recordSendOutcomes(tx, portfolioId, sent, tools));
  for (const one of sent) tell(one, recorded.get(one.due.messageId));

  function tell({ due, outcome }: Sent, became: Recorded | undefined): void {
    const code = outcome.kind === 'refused' ? outcome.error.code : undefined;
    const waitsFor = became?.kind === 'again' ? became.waitsFor : undefined;
    log.info({
      event: 'send_answered',
      message: due.messageId,
      outcome: outcome.kind,
      code,
      became: became?.kind,
      waitsFor,
    });
    figures.sends.count(outcome.kind, code === undefined ? '' : String(code));
    if (waitsFor !== undefined) figures.retries.count(waitsFor, '');
  }
}
