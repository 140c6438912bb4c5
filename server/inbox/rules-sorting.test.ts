import { readWebhook } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { corpus } from '../../tests/corpus/corpus.ts';
import { epoch } from '../testing/names.ts';
import { call, echo, envelope, message, moved, preference, status } from '../testing/webhooks.ts';
import { fateOf } from './rules-sorting.ts';

const known = new Set(['200000000000002']);
const receivedAt = Date.UTC(2026, 10, 1);
const itemsOf = (name: string) => {
  const entry = corpus().find((one) => one.name === name);
  if (!entry) throw new Error(`no ${name} in the corpus`);
  return readWebhook(entry.webhook);
};
const fatesOf = (name: string, numbers = known) =>
  itemsOf(name).map((item) => {
    const fate = fateOf(item, { numbers, receivedAt });
    return fate.kind === 'park' ? fate.reason : fate.kind;
  });

describe('what becomes of an item', () => {
  it.each([
    ['inbound/all-identifiers', 'apply'],
    ['inbound/bsuid-only', 'apply'],
    ['inbound/parent-only', 'apply'],
    ['app/echo-hidden', 'apply'],
    ['statuses/delivered-to-bsuid', 'apply'],
    ['system/number-changed-all-ids', 'apply'],
    ['calls/user-connect', 'apply'],
    ['people/marketing-stop', 'apply'],
    ['app/app-contact-added', 'keep'],
    ['account/template-status', 'template'],
    ['account/account-update', 'keep'],
    ['calls/event-of-tomorrow', 'keep'],
    ['inbound/no-identifiers', 'no_identifier'],
    ['inbound/group-message', 'group_message'],
    ['hostile/no-entries', 'not_readable'],
  ])('%s: %s', (name, fate) => {
    expect([...new Set(fatesOf(name))]).toEqual([fate]);
  });

  it.each(['inbound/all-identifiers', 'app/echo-hidden', 'calls/user-connect', 'people/marketing-stop'])(
    '%s is parked until its number is connected',
    (name) => {
      expect(fatesOf(name, new Set())).toEqual(['number_unknown']);
    },
  );

  it('a status or a changed number needs no number of ours: it belongs to a message or a person', () => {
    expect(fatesOf('statuses/delivered-to-bsuid', new Set())).toEqual(['apply']);
    expect(fatesOf('system/number-changed-all-ids', new Set())).toEqual(['apply']);
  });

  it('says what is wrong and what would mend it, for every item of the corpus that is parked', () => {
    for (const { webhook, name } of corpus())
      for (const item of readWebhook(webhook)) {
        const fate = fateOf(item, { numbers: known, receivedAt });
        if (fate.kind === 'park') expect(fate.detail, name).toMatch(/^\S.{20,}\.$/s);
      }
  });
});

describe('a time that cannot be', () => {
  const who = { phone: '+15552000001', bsuid: 'US.1' };
  const day = 86_400;
  const fates = (webhook: unknown, came = epoch) =>
    readWebhook(webhook).map((item) => {
      const fate = fateOf(item, { numbers: known, receivedAt: came });
      return fate.kind === 'park' ? fate.reason : fate.kind;
    });
  const year = (date: string) => (Date.parse(date) - epoch) / 1000;

  it.each([
    ['a day and a second ahead', day + 1, 'time_impossible'],
    ['a day ahead, as clocks differ', day, 'apply'],
    ['of the year 5000', year('5000-01-01'), 'time_impossible'],
    ['of 1970', year('1970-01-01T00:00:05Z'), 'time_impossible'],
    ['of the last second before WhatsApp', year('2008-12-31T23:59:59Z'), 'time_impossible'],
    ['of the first second of WhatsApp', year('2009-01-01'), 'apply'],
    ['of half a year ago', -180 * day, 'apply'],
  ])('%s', (_name, at, fate) => {
    const events = [
      message(who, { at, id: 'w1' }),
      echo(who, { at, id: 'w2' }),
      status('read', { at, id: 'w3' }, { to: who }),
      moved(who, { bsuid: 'US.2' }, { at, id: 'w4' }),
      call(who, { at, id: 'c1' }),
      preference(who, 'stop', { at }),
    ];
    expect(events.map((webhook) => fates(webhook))).toEqual(events.map(() => [fate]));
  });

  it('is measured by when the webhook came, not by when it is read', () => {
    const ahead = message(who, { at: 2 * day, id: 'w1' });
    expect(fates(ahead)).toEqual(['time_impossible']);
    expect(fates(ahead, epoch + day * 1000)).toEqual(['apply']);
  });

  it('does not keep anything from being kept that nobody reads the time of', () => {
    const system = { type: 'system', system: { type: 'of_tomorrow' }, id: 'w1', timestamp: '5' };
    expect(fates(envelope({ messages: [system] }))).toEqual(['keep']);
  });

  it.each(['', 'soon', '1e9', null, undefined, -5])('%j is not a time at all', (timestamp) => {
    const one = { from: '15552000001', id: 'w1', timestamp, type: 'text', text: { body: 'hello' } };
    expect(fates(envelope({ messages: [one] }))).toEqual(['not_readable']);
  });
});
