// An event as others read it: CloudEvents 1.0 in JSON, and the schema of what it says. Pure.

import { type CloudEvent, type EventType, eventData, eventVersion } from '@throughline/contract';
import { z } from 'zod';
import type { EventRow } from './shapes.ts';

const digits = 19;

/** A position as text that sorts as it counts. */
export function sequenceOf(position: number): string {
  return String(position).padStart(digits, '0');
}

export function eventIdOf({ position, nonce }: Pick<EventRow, 'position' | 'nonce'>): string {
  return `evt_${position}_${nonce}`;
}

/** Undefined where it is none of ours. */
export function parseEventId(id: string): { position: number; nonce: string } | undefined {
  const [, position, nonce] = /^evt_(\d{1,15})_([0-9a-f]{8})$/.exec(id) ?? [];
  return position && nonce ? { position: Number(position), nonce } : undefined;
}

const schemaBase = 'https://throughline.dev/schemas/events';

export function schemaUrl(type: EventType): string {
  return `${schemaBase}/${type}/${eventVersion}`;
}

/** `accounts`: whether the reader may have backend ids. */
export function toCloudEvent(row: EventRow, { accounts }: { accounts: boolean }): CloudEvent {
  const { type, contactId, at, portfolioId } = row;
  return {
    specversion: '1.0',
    id: eventIdOf(row),
    source: `/portfolios/${encodeURIComponent(portfolioId)}`,
    type,
    ...(contactId && { subject: contactId }),
    time: at.toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaUrl(type),
    sequence: sequenceOf(row.position),
    ...(row.synthetic !== null && { synthetic: true }),
    data: accounts && row.accounts ? withAccounts(row, row.accounts) : row.data,
  };
}

function withAccounts({ data }: EventRow, accounts: readonly string[]): Record<string, unknown> {
  const { contact, identifier } = data as { contact?: object; identifier?: { kind: string } };
  if (identifier?.kind === 'account') return { ...data, identifier: { ...identifier, value: accounts[0] } };
  return contact ? { ...data, contact: { ...contact, accounts } } : data;
}

/** JSON Schema (2020-12) of what events of this type say. */
export function jsonSchemaOf(type: EventType): object {
  const { $schema, ...schema } = z.toJSONSchema(eventData[type], { io: 'output', reused: 'inline' });
  return { $schema, $id: schemaUrl(type), title: type, ...schema };
}
