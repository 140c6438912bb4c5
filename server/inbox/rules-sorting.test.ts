import { readWebhook } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { corpus } from '../../tests/corpus/corpus.ts';
import { fateOf } from './rules-sorting.ts';

const known = new Set(['200000000000002']);
const itemsOf = (name: string) => {
  const entry = corpus().find((one) => one.name === name);
  if (!entry) throw new Error(`no ${name} in the corpus`);
  return readWebhook(entry.webhook);
};
const fatesOf = (name: string, numbers = known) =>
  itemsOf(name).map((item) => {
    const fate = fateOf(item, numbers);
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
    ['account/template-status', 'keep'],
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
        const fate = fateOf(item, known);
        if (fate.kind === 'park') expect(fate.detail, name).toMatch(/^\S.{20,}\.$/s);
      }
  });
});
