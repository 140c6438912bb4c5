// Rows that came over the API, as the lines of a list: so that both go the same way. Pure.

import type { CreateImport, ImportTarget } from '@throughline/contract';
import type { Mapping, NewRow } from './shapes.ts';

export function tableOf({ rows, externalIdField, country, byUsername, createTags }: CreateImport): {
  headers: string[];
  mapping: Mapping;
  rows: NewRow[];
} {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row.fields ?? {})))].filter(
    (id) => id !== externalIdField,
  );
  const columns: (ImportTarget | null)[] = [
    { kind: 'phone' },
    { kind: 'name' },
    { kind: 'username' },
    externalIdField === undefined ? null : { kind: 'external_id', field: externalIdField },
    { kind: 'tags' },
    { kind: 'opt_in' },
    ...fields.map((field): ImportTarget => ({ kind: 'field', field })),
  ];
  return {
    headers: ['phone', 'name', 'username', 'externalId', 'tags', 'marketing', ...fields],
    mapping: { columns, country, byUsername, createTags },
    rows: rows.map(
      ({ phone = '', name = '', username = '', externalId = '', tags = [], marketing, fields: said = {} }, place) => ({
        line: place + 1,
        cells: [
          ...[phone, name, username, externalId, tags.join('\n')],
          marketing === undefined ? '' : marketing ? 'yes' : 'no',
          ...fields.map((field) => said[field] ?? ''),
        ],
      }),
    ),
  };
}
