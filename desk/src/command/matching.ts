// Which deeds a few typed letters mean. Pure.

import type { Offer } from './actions.ts';

const plain = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** Deeds, and answers to what they ask, each word of whose query begins a word of their name, or stands in it; better ones first, then those used last. */
export function matching(offers: readonly Offer[], query: string, recent: readonly string[]): Offer[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const place = (id: string) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  const answers = words.length === 0 ? [] : offers.flatMap((offer) => ('answers' in offer ? offer.answers : []));
  return [...offers, ...answers]
    .map((action) => ({ action, score: scoreOf(plain(action.name), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || place(a.action.id) - place(b.action.id))
    .map(({ action }) => action);
}

function scoreOf(name: string, words: readonly string[]): number {
  if (words.length === 0) return 1;
  const parts = name.split(/[^\p{L}\p{N}]+/u);
  const scores = words.map((word) => (parts.some((part) => part.startsWith(word)) ? 2 : name.includes(word) ? 1 : 0));
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, one) => sum + one, 0) / words.length;
}
