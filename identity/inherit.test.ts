import { describe, expect, it } from 'vitest';
import { seen } from './given.testing.ts';
import { Ledger, people } from './ledger.testing.ts';

describe('ids that outlive a fold', () => {
  it('stay with the account where a late fact gives it the history of a number, and the number’s lead there', () => {
    const ledger = new Ledger();
    const alone = seen(1, 'P1');
    const account = seen(6, 'B1');
    ledger.receive([alone]);
    ledger.receive([account]);
    const [era, known] = [ledger.holderOf(alone), ledger.holderOf(account)];
    if (era === undefined || known === undefined) throw new Error('Somebody is missing.');
    ledger.receive([seen(4, 'P1 B1')]);
    expect(people(ledger)).toHaveLength(1);
    expect([ledger.now(known), ledger.now(era)]).toEqual([known, known]);
  });
});
