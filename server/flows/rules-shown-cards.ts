// Cards that somebody shares show others: of a message that comes late or again, those of somebody erased are taken out. Pure.

import { type EchoItem, type MessageItem, readWebhook, type WebhookItem } from '@throughline/whatsapp';
import type { Keyed } from '../privacy/rules-chain.ts';
import { showsErased, signsIn, type Watermark } from '../privacy/rules-marks.ts';

/** Marks by which the cards in it may be recognized; none in almost every item. */
export function marksOfCards(item: WebhookItem, keyed: Keyed): string[] {
  if (!showsCards(item)) return [];
  const { accounts, phones } = signsIn(item.content.raw, keyed);
  return [...accounts, ...phones];
}

/** The item without cards of somebody erased; undefined where it shows none. The message that showed them stays. */
export function withoutErasedCards(
  item: WebhookItem,
  marks: ReadonlyMap<string, readonly Watermark[]>,
  keyed: Keyed,
): WebhookItem | undefined {
  if (!showsCards(item)) return undefined;
  let removed = 0;
  const left = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, left(inner)]));
    const kept = value.filter((one) => !isCard(one) || !showsErased(signsIn(one, keyed), item.at, marks));
    removed += value.length - kept.length;
    return kept.map(left);
  };
  const envelope = left(item.origin.envelope());
  return removed === 0 ? undefined : readWebhook(envelope)[0];
}

function showsCards(item: WebhookItem): item is MessageItem | EchoItem {
  return (item.kind === 'message' || item.kind === 'echo') && item.content.type === 'contacts';
}

function isCard(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'phones' in value;
}
