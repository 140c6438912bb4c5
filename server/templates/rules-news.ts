// What webhooks told about templates, put in order: of several about the same thing the latest by Meta's clock counts.

import type { TemplateCategory, TemplateItem, TemplateQuality, TemplateStatus } from '@throughline/whatsapp';

export interface TemplateNews {
  /** One for each item, so that the answer can be told apart. */
  key: string;
  wabaId: string;
  metaId: string | null;
  name: string | null;
  language: string | null;
  /** Meta's clock, and ours, in milliseconds. */
  at: number;
  heardAt: number;
  status: TemplateStatus | null;
  reason: string | null;
  quality: TemplateQuality | null;
  category: TemplateCategory | null;
}

export interface Heard {
  key: string;
  item: TemplateItem;
  receivedAt: number;
}

/** News without a time count from when they came. */
export function newsOf(heard: readonly Heard[]): TemplateNews[] {
  const latest = new Map<string, TemplateNews>();
  for (const { key, item, receivedAt } of heard) {
    const { change } = item;
    if (change.what === 'content') continue;
    const news: TemplateNews = {
      key,
      wabaId: item.origin.wabaId,
      metaId: item.metaId ?? null,
      name: item.name ?? null,
      language: item.language ?? null,
      at: item.at > 0 ? Math.min(item.at, receivedAt) : receivedAt,
      heardAt: receivedAt,
      status: change.what === 'status' ? (change.status ?? null) : null,
      reason: change.what === 'status' ? (change.reason ?? null) : null,
      quality: change.what === 'quality' ? change.quality : null,
      category: change.what === 'category' ? change.category : null,
    };
    const about = JSON.stringify([news.wabaId, news.metaId ?? [news.name, news.language], change.what]);
    const before = latest.get(about);
    if (!before || news.at >= before.at) latest.set(about, news);
  }
  return [...latest.values()];
}

/** Whether the listing must be asked: always for a state, since states of one second have no order and there are more than we know. */
export function needsListing({ change }: TemplateItem, known: boolean): boolean {
  return !known || change.what === 'status' || change.what === 'content';
}
