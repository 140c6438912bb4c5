// For the tests of this package: the smallest webhooks around a message, a status or a call.

import type { WebhookItem } from './items.ts';
import { readWebhook } from './read-webhook.ts';

export const metadata = { display_phone_number: '15550001111', phone_number_id: '200000000000002' };
export const phone = '15550002222';
export const bsuid = 'US.1000000000000001';
export const parent = 'US.ENT.2000000000000001';

export function envelope(value: Record<string, unknown>, field = 'messages'): unknown {
  const whole = { messaging_product: 'whatsapp', metadata, ...value };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '100000000000001', changes: [{ value: whole, field }] }],
  };
}

export function message(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { id: 'wamid.IN1', timestamp: '1790000000', type: 'text', text: { body: 'hola' }, ...fields };
}

export function status(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { id: 'wamid.OUT1', timestamp: '1790000010', status: 'delivered', ...fields };
}

/** The items without what is compared elsewhere: where they came from, and the raw message. */
export function plain(items: WebhookItem[]): Record<string, unknown>[] {
  return items.map((item) => {
    const { origin: _origin, ...rest } = item;
    if (!('content' in rest)) return { ...rest };
    const { raw: _raw, ...content } = rest.content;
    return { ...rest, content };
  });
}

export function only(items: WebhookItem[]): WebhookItem {
  const [item] = items;
  if (items.length !== 1 || !item) throw new Error(`Expected one item, got ${items.length}`);
  return item;
}

/** Reads one webhook that holds one thing. */
export function read(value: Record<string, unknown>, field = 'messages'): Record<string, unknown> {
  return plain([only(readWebhook(envelope(value, field)))])[0] ?? {};
}
