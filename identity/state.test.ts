import { describe, expect, it } from 'vitest';
import { moved, seen } from './given.testing.ts';
import { Ledger } from './ledger.testing.ts';
import { anchorOf } from './state.ts';

describe('what a person is called by in words', () => {
  it('is the same in whatever order a state is read back, where two account ids were learned of one fact', () => {
    const ledger = new Ledger();
    ledger.receive([moved(1, 'B2', 'B1'), seen(2, 'B1')]);
    const [state] = ledger.all().map((one) => one.state);
    const id = state?.holders[0]?.id;
    if (!state || !id) throw new Error('There is nobody.');
    const turned = { ...state, names: state.names.toReversed(), leases: state.leases.toReversed() };
    expect(state.names).toHaveLength(2);
    expect(anchorOf(turned, id)).toEqual(anchorOf(state, id));
  });
});

describe('two neighborhoods found to be one', () => {
  it('are told of as if they had always been one', () => {
    const facts = [seen(1, 'P2 B4'), seen(2, 'P3'), moved(3, 'P3 B4', 'P1 B1')];
    const [together, oneByOne] = [new Ledger(), new Ledger()];
    together.receive(facts);
    for (const fact of facts) oneByOne.receive([fact]);
    expect(toldBy(oneByOne)).toEqual(toldBy(together));
    expect(toldBy(together).length).toBeGreaterThan(0);
  });
});

function toldBy(ledger: Ledger) {
  return ledger.all().flatMap(({ notices }) => notices.map(({ evidenceId, fact }) => ({ evidenceId, fact })));
}
