// Messages people send now and then that nobody would type by hand: an order, a click on an advertisement, something the API
// cannot show, a place, a live answer to a flow (Meta, the pages of the messages webhooks, read 2026-09).

import { faultOf, statusError } from './errors.ts';
import type { Content } from './person.ts';

export interface OrderItem {
  /** The retailer's own id of the product. */
  product: string;
  quantity: number;
  /** In the currency's main unit. */
  price: number;
  currency: string;
}

export const contents = {
  order: (items: readonly OrderItem[], text?: string): Content => ({
    type: 'order',
    order: {
      catalog_id: '700000000000001',
      ...(text === undefined ? {} : { text }),
      product_items: items.map(({ product, quantity, price, currency }) => ({
        product_retailer_id: product,
        quantity,
        item_price: price,
        currency,
      })),
    },
  }),

  /** The first words after a tap on an advertisement. */
  fromAd: (body: string, ad: { headline: string; body?: string; sourceUrl?: string; sourceId?: string }): Content => ({
    type: 'text',
    text: { body },
    referral: {
      source_url: ad.sourceUrl ?? 'https://fb.me/3cr4Wqqkv',
      source_id: ad.sourceId ?? '120226305854810726',
      source_type: 'ad',
      headline: ad.headline,
      body: ad.body ?? ad.headline,
      media_type: 'image',
      image_url: 'https://scontent.example/ad.jpg',
      ctwa_clid:
        'Aff-n8ZTODiE79d22KtAwQKj9e_mIEOOj27vDVwFjN80dp4_0NiNhEgpGo0AHemvuSoifXaytfTzcchptiErTKCqTrJ5nW1h7IHYeYymGb5K5J5iTROpBhWAGaIAeUzHL50',
    },
  }),

  location: (place: {
    latitude: number;
    longitude: number;
    name?: string;
    address?: string;
    url?: string;
  }): Content => ({
    type: 'location',
    location: { ...place },
  }),

  /** A poll, an event, a message that disappears: the app knows it, the API does not. */
  unsupported: (what = 'unknown'): Content => ({
    type: 'unsupported',
    unsupported: { type: what },
    errors: [{ ...statusError(faultOf(131051, 'Message type is currently not supported.')), href: undefined }],
  }),
};
