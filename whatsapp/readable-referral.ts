// Where somebody came from: an advertisement or a post that opens a chat (Meta, "Messages webhook reference", referral, read 2026-09).
// Its click id is Meta's way to follow a person from the advertisement to here, so agents are not shown it, also not in the link.

import { type Fields, wordsOf } from './fields.ts';

export interface ReadableReferral {
  headline?: string;
  body?: string;
  url?: string;
  source: 'ad' | 'post' | 'other';
}

export function readableReferral(referral: Fields): ReadableReferral | undefined {
  const headline = wordsOf(referral.headline);
  const body = wordsOf(referral.body);
  const url = webAddress(referral.source_url);
  const { source_type: type } = referral;
  const source = type === 'ad' || type === 'post' ? type : 'other';
  if (!headline && !body && !url && source === 'other') return undefined;
  return {
    source,
    ...(headline && { headline: cut(headline, 500) }),
    ...(body && { body: cut(body, 2000) }),
    ...(url && { url }),
  };
}

const clickIds = ['ctwa_clid', 'fbclid', 'gclid'];

/** An address a browser may open: http or https, of bearable length, without click ids. */
export function webAddress(value: unknown): string | undefined {
  const text = wordsOf(value);
  if (!text || text.length > 2000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username || url.password) return undefined;
  for (const id of clickIds) url.searchParams.delete(id);
  return url.href;
}

/** Whole characters, with a sign that there was more. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;
}
