import type { TemplateItem } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { tell } from '../words/say.ts';
import { inEnglish } from '../words/viewer.ts';
import { needsListing, newsOf } from './rules-news.ts';
import { whyNotSendable } from './rules-sendable.ts';

const receivedAt = Date.UTC(2026, 10, 2);
const item = (at: number, change: TemplateItem['change'], metaId = 't1'): TemplateItem => ({
  kind: 'template',
  eventId: `${at}`,
  metaId,
  at,
  change,
  origin: { wabaId: '1', field: 'message_template_status_update', envelope: () => ({}) },
});
const heard = (...items: TemplateItem[]) => items.map((one, i) => ({ key: String(i), item: one, receivedAt }));

describe('news of templates', () => {
  it('of the same thing: the latest by the time of the event counts, of one second the one that came last', () => {
    const [paused, approved] = [
      { what: 'status', status: 'paused' } as const,
      { what: 'status', status: 'approved' } as const,
    ];
    expect(newsOf(heard(item(2000, paused), item(1000, approved))).map(({ status }) => status)).toEqual(['paused']);
    expect(newsOf(heard(item(1000, paused), item(1000, approved))).map(({ status }) => status)).toEqual(['approved']);
  });

  it('of different things or templates stand side by side', () => {
    const news = newsOf(
      heard(
        item(1000, { what: 'status', status: 'paused' }),
        item(1000, { what: 'quality', quality: 'red' }),
        item(1000, { what: 'status', status: 'paused' }, 't2'),
        item(1000, { what: 'content' }),
      ),
    );
    expect(news.map(({ key }) => key)).toEqual(['0', '1', '2']);
  });

  it('without a time, or of the future, count from when they came', () => {
    const change = { what: 'status', status: 'paused' } as const;
    expect(newsOf(heard(item(0, change)))[0]?.at).toBe(receivedAt);
    expect(newsOf(heard(item(receivedAt + 1e9, change)))[0]?.at).toBe(receivedAt);
  });

  it('that do not tell everything ask for the list', () => {
    const quality = item(1, { what: 'quality', quality: 'red' });
    expect(needsListing(quality, true)).toBe(false);
    expect(needsListing(quality, false)).toBe(true);
    expect(needsListing(item(1, { what: 'content' }), true)).toBe(true);
    expect(needsListing(item(1, { what: 'status', status: 'paused' }), true)).toBe(true);
  });
});

describe('why a template cannot be sent', () => {
  const since = new Date('2026-11-01T23:30:00Z');

  it('is said with the day and the reason', () => {
    expect(whyNotSendable({ status: 'approved', statusSince: null, reason: null })).toBeUndefined();
    expect(
      tell(inEnglish, whyNotSendable({ status: 'paused', statusSince: since, reason: 'Paused for 3 hours.' }) ?? ''),
    ).toBe(
      'WhatsApp paused it on 1 November 2026 because of low quality. It can be sent again once WhatsApp lifts the pause. Paused for 3 hours.',
    );
  });

  it('is a sentence or more for every state', () => {
    for (const status of ['pending', 'rejected', 'paused', 'disabled', 'deleted', 'other'] as const)
      for (const statusSince of [null, since])
        expect(tell(inEnglish, whyNotSendable({ status, statusSince, reason: null }) ?? '')).toMatch(
          /^[A-Z][^.]+\.( [A-Z][^.]+\.)*$/,
        );
  });
});
