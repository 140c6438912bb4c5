// Exports and schedules as the API shows them.

import type { Export, ExportSchedule } from '@throughline/contract';
import { type Asker, mayHave } from '../../exports/rules-allowed.ts';
import { fileNameOf } from '../../exports/rules-names.ts';
import type { ScheduleRow } from '../../exports/schedules.ts';
import type { ExportRow } from '../../exports/store.ts';

export function exportShown(row: ExportRow, asker: Asker): Export {
  return {
    id: row.id,
    portfolioId: row.portfolioId,
    ...askedOf(row),
    from: row.from?.toISOString() ?? null,
    until: row.until?.toISOString() ?? null,
    numbersMasked: row.phones === 'masked',
    state: row.state,
    problem: row.state === 'failed' ? row.problem : null,
    scheduleId: row.scheduleId,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdName,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.state === 'ready' ? (row.expiresAt?.toISOString() ?? null) : null,
    rowsTotal: row.rowsTotal,
    rowsDone: row.rowsDone,
    sizeBytes: row.state === 'ready' ? row.size : null,
    downloads: row.downloads,
    fileName: fileNameOf({ ...row, at: row.createdAt }),
    downloadable: row.state === 'ready' && mayHave(asker, row) === 'yes',
  };
}

export function scheduleShown(row: ScheduleRow): ExportSchedule {
  const { id, portfolioId, name, lastDays, every, day, clock, zone, keep, paused } = row;
  return {
    ...{ id, portfolioId, name, ...askedOf(row), lastDays, every, day, clock, zone, keep, paused },
    numbersMasked: row.phones === 'masked',
    nextAt: row.nextAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdName,
  };
}

function askedOf({ kind, format, phoneNumberId, tagId, accounts }: ExportRow | ScheduleRow) {
  return { kind, format, number: phoneNumberId, tag: tagId, accounts };
}
