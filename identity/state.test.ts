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
