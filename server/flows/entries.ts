// An item on its way, with the webhook it came in; and the same, set aside.

import type { WebhookItem } from '@throughline/whatsapp';
import type { InboxRow, ParkedItem } from '../inbox/store.ts';
import type { Tools } from './tools.ts';

export interface Entry<Item = WebhookItem> {
  row: InboxRow;
  item: Item;
}

/** An item to be parked: with a body of its own, so that it can be put through the door again alone. */
export function parkedItem(
  { row, item }: Entry,
  { reason, detail }: Pick<ParkedItem, 'reason' | 'detail'>,
  tools: Tools,
): ParkedItem {
  const envelope = item.origin.envelope();
  return {
    id: tools.newId(),
    inboxId: row.id,
    wabaId: row.wabaId,
    field: item.origin.field || null,
    reason,
    detail,
    body: Buffer.from(typeof envelope === 'string' ? envelope : JSON.stringify(envelope)),
    receivedAt: row.receivedAt,
  };
}
