// A collection of webhooks in every shape WhatsApp and its providers are known to send, and some nobody should. One
// file each; people and message ids differ from file to file, so that all of them can go through one database.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusEntry {
  /** `folder/file`, without the extension. */
  name: string;
  why: string;
  webhook: unknown;
}

/** Every entry, in the order of names. */
export function corpus(): CorpusEntry[] {
  const folder = import.meta.dirname;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as CorpusEntry);
}

const metadata = { display_phone_number: '15550001111', phone_number_id: '200000000000002' };

/** One webhook with this many messages, each of another person: Meta batches up to 1,000. */
export function batchOf(count: number): unknown {
  const people = Array.from({ length: count }, (_, index) => ({
    phone: String(15_557_000_000 + index),
    bsuid: `US.5${String(index).padStart(15, '0')}`,
    wamid: `wamid.HBgBATCH${String(index).padStart(6, '0')}AA==`,
  }));
  const contacts = people.map(({ phone, bsuid }) => ({ profile: { name: 'Batch' }, wa_id: phone, user_id: bsuid }));
  const messages = people.map(({ phone, bsuid, wamid }, index) => ({
    from: phone,
    from_user_id: bsuid,
    id: wamid,
    timestamp: String(1_790_100_000 + index),
    type: 'text',
    text: { body: `message ${index}` },
  }));
  const value = { messaging_product: 'whatsapp', metadata, contacts: contacts.reverse(), messages };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '100000000000001', changes: [{ value, field: 'messages' }] }],
  };
}

/** A message whose text, name and type are this many characters long. */
export function hugeStrings(length: number): unknown {
  const huge = 'x'.repeat(length);
  const message = { from: huge, from_user_id: `US.${huge}`, id: 'wamid.HBgHUGE', timestamp: '1790100000', type: huge };
  const contacts = [{ profile: { name: huge, username: huge }, wa_id: huge }];
  const value = { messaging_product: 'whatsapp', metadata, contacts, messages: [message] };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '100000000000001', changes: [{ value, field: 'messages' }] }],
  };
}

/** An unknown field nested deeper than any recursion survives. */
export function deeplyNested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '100000000000001', changes: [{ value, field: 'abyss' }] }],
  };
}
