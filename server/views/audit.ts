// The audit log as it is listed and taken away.

import { type AuditEntry, type AuditFilters, auditActs } from '@throughline/contract';
import { type EntryRow, entries, type Wanted } from '../audit/store.ts';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import type { Portfolios } from './conversation-list.ts';
import { pageOf, readCursor } from './paging.ts';

export async function listAudit(
  reader: Reader,
  portfolios: Portfolios,
  { limit, cursor, ...filters }: AuditFilters & { limit: number; cursor?: string | undefined },
) {
  const [before] = readCursor<[number]>(cursor, ['count']) ?? [];
  const rows = await entries(reader, { ...filters, portfolios }, { before, limit: limit + 1 });
  return pageOf(rows, limit, (last) => [last.number], entryOf);
}

/** All there are, the newest first, some at a time: a log may be larger than memory. */
export async function* everyEntry(reader: Reader, wanted: Wanted): AsyncGenerator<AuditEntry> {
  let before: number | undefined;
  for (;;) {
    const rows = await entries(reader, wanted, { before, limit: limits.auditExportBatch });
    yield* rows.map(entryOf);
    before = rows.at(-1)?.number;
    if (rows.length < limits.auditExportBatch) return;
  }
}

export const auditColumns = [
  'number',
  'at',
  'act',
  'meaning',
  'actor_kind',
  'actor_id',
  'actor_name',
  'actor_role',
  'address',
  'subject_kind',
  'subject_id',
  'subject_name',
  'portfolio',
  'detail',
] as const;

export function auditCells({ number, at, act, actor, address, subject, portfolio, detail }: AuditEntry) {
  const { kind, id, name, role } = actor;
  const about = [subject?.kind ?? null, subject?.id ?? null, subject?.name ?? null];
  const said = Object.keys(detail).length === 0 ? null : JSON.stringify(detail);
  return [number, at, act, auditActs[act].means, kind, id, name, role, address, ...about, portfolio, said];
}

function entryOf(row: EntryRow): AuditEntry {
  const { number, at, act, address, subjectKind, subjectId, subjectName, portfolio, detail } = row;
  return {
    number,
    at: at.toISOString(),
    act,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName, role: row.actorRole },
    address,
    subject:
      subjectKind !== null && subjectId !== null ? { kind: subjectKind, id: subjectId, name: subjectName } : null,
    portfolio,
    detail: detail as AuditEntry['detail'],
  };
}
