// Which items of a webhook an integration is told, and how each looks to it. Pure.

import type { Alias, ContactId, E164 } from '@throughline/identity';
import { type NumberWord, readWebhook, type WebhookItem } from '@throughline/whatsapp';
import type { Integration } from './shapes.ts';

/** What is not JSON, or cannot be read as a webhook, is one item. */
export function itemsOf(body: Buffer): WebhookItem[] {
  try {
    return readWebhook(JSON.parse(body.toString('utf8')));
  } catch {
    return [];
  }
}

/** What is about no number of ours, such as news of the account, everybody is told. */
export function wants(
  { numbers, fields }: Pick<Integration, 'numbers' | 'fields'>,
  { origin: { phoneNumberId, field } }: Pick<WebhookItem, 'origin'>,
): boolean {
  if (numbers !== null && phoneNumberId !== undefined && !numbers.includes(phoneNumberId)) return false;
  return fields === null || fields.includes(field);
}

/** One contact's are told one after the other; what is about nobody has an order of its own. */
export function laneOf(contactId: ContactId | undefined): string {
  return contactId ?? 'portfolio';
}

/** What stands in the places of numbers for somebody. Nobody: whatever came. */
export function numberWord(
  { mode }: Pick<Integration, 'mode'>,
  who: { phone: E164 | null; alias: Alias | undefined } | undefined,
): NumberWord {
  if (!who || mode === 'as-is') return { kind: 'as-is' };
  if (mode === 'fill-phone') return { kind: 'fill', digits: who.phone?.slice(1) ?? null };
  return who.alias === undefined ? { kind: 'as-is' } : { kind: 'alias', digits: who.alias };
}

/** Meta's ids of messages of ours that an item may name. */
export function wamidsIn(item: WebhookItem): string[] {
  switch (item.kind) {
    case 'status':
      return [item.wamid];
    case 'message':
    case 'echo': {
      const target = item.content.type === 'reaction' ? item.content.target : undefined;
      return [item.quotes, target].filter((one) => one !== undefined);
    }
    default:
      return [];
  }
}
