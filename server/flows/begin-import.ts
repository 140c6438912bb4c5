// A list of people begins to come in, under the name of whoever brings it.

import type { Field } from '@throughline/contract';
import type { Reader, Transaction } from '../db/connect.ts';
import type { ImportKey, Mapping } from '../imports/shapes.ts';
import { createImport, type ImportRecord } from '../imports/store.ts';
import { fields } from '../labels/store.ts';
import type { Tools } from './tools.ts';

interface Bringing extends ImportKey {
  name: string;
  mapping: Mapping;
  state: ImportRecord['state'];
  actor: { kind: 'user' | 'key' | 'operator'; id: string; name: string; role: string; scopes: ReadonlySet<string> };
}

export async function beginImport(tx: Transaction, { actor, ...one }: Bringing, tools: Tools): Promise<ImportRecord> {
  const record: ImportRecord = {
    ...one,
    ...{ headers: [], runs: false, rows: 0, line: 0, createdAt: new Date(tools.clock()), endedAt: null },
    ...{ createdBy: actor.id, createdName: actor.name, createdKind: actor.kind, createdRole: actor.role },
    mayDefine: actor.scopes.has('labels:manage'),
  };
  await createImport(tx, record);
  return record;
}

/** What a column may be, beside what every list has. */
export async function contactFields(db: Reader): Promise<Field[]> {
  return await fields(db, 'contact');
}
