// An order from the catalog (Meta, "Order messages webhook reference", read 2026-09). Prices are what the person saw; nothing is paid.

import { type Fields, idOf, isFields, listOf, numberOf, wordsOf } from './fields.ts';
import { cut } from './readable-referral.ts';

export interface ReadableOrder {
  text?: string;
  /** `product`: as the business numbers it in its catalog. */
  items: { product: string; quantity: number; price?: number; currency?: string }[];
  /** Where every item has a price in one currency. */
  total?: { amount: number; currency: string };
}

const mostItems = 500;

export function readableOrder(order: Fields): ReadableOrder {
  const all = listOf(order.product_items).filter(isFields);
  const items = all.slice(0, mostItems).map(readableItem);
  const text = wordsOf(order.text);
  const total = all.length === items.length ? totalOf(items) : undefined;
  return { ...(text && { text: cut(text, 4096) }), items, ...(total && { total }) };
}

function readableItem(item: Fields): ReadableOrder['items'][number] {
  const quantity = numberOf(item.quantity);
  const price = priceOf(item.item_price);
  const currency = wordsOf(item.currency)?.toUpperCase();
  return {
    product: cut(wordsOf(item.product_retailer_id) ?? idOf(item.product_retailer_id) ?? 'A product', 200),
    quantity: quantity !== undefined && quantity >= 1 ? Math.floor(quantity) : 1,
    ...(price !== undefined && { price }),
    ...(currency && /^[A-Z]{3}$/.test(currency) && { currency }),
  };
}

/** A number, or its text with a decimal point. */
function priceOf(value: unknown): number | undefined {
  const price = typeof value === 'string' && /^\d{1,12}(\.\d{1,6})?$/.test(value.trim()) ? Number(value) : value;
  return typeof price === 'number' && Number.isFinite(price) && price >= 0 ? price : undefined;
}

function totalOf(items: ReadableOrder['items']): ReadableOrder['total'] {
  const currency = items[0]?.currency;
  if (!currency || items.some((item) => item.price === undefined || item.currency !== currency)) return undefined;
  const sum = items.reduce((before, { price = 0, quantity }) => before + price * quantity, 0);
  // Tenths have no exact form in binary: a sum of prices is cut back to the thousandths some currencies have.
  return { amount: Math.round(sum * 1000) / 1000, currency };
}
