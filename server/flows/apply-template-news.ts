// What webhooks tell about templates goes to the templates room, and what they do not tell is asked of Meta soon after.

import type { PortfolioId } from '@throughline/identity';
import type { TemplateItem } from '@throughline/whatsapp';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { needsListing, newsOf } from '../templates/rules-news.ts';
import { applyNews } from '../templates/store.ts';
import { wantSync } from '../templates/syncs.ts';
import type { Entry } from './entries.ts';

/** Late and repeated news change nothing and count as repeated. */
export async function applyTemplateNews(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<TemplateItem>[],
): Promise<{ counts: Map<Entry<TemplateItem>, 'applied' | 'repeated'>; changed: boolean }> {
  const counts = new Map<Entry<TemplateItem>, 'applied' | 'repeated'>();
  if (entries.length === 0) return { counts, changed: false };
  const heard = entries.map(({ row, item }, i) => ({ key: String(i), item, receivedAt: row.receivedAt.getTime() }));
  const news = newsOf(heard);
  const latest = new Set(news.map(({ key }) => key));
  const { known, changed } = await applyNews(tx, portfolioId, news);
  const unlisted = new Set<string>();
  entries.forEach((entry, i) => {
    const { item } = entry;
    const key = String(i);
    const superseded = item.change.what !== 'content' && !latest.has(key);
    const ask = !superseded && needsListing(item, known.has(key));
    if (ask) unlisted.add(item.origin.wabaId);
    counts.set(entry, changed.has(key) || (ask && !known.has(key)) ? 'applied' : 'repeated');
  });
  if (unlisted.size > 0)
    await wantSync(tx, portfolioId, { wabaIds: [...unlisted], delayMs: limits.templateSyncSoonMs });
  return { counts, changed: changed.size > 0 };
}
