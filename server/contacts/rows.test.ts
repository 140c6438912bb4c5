import { type Evidence, type EvidenceId, parseBsuid, parseE164, parseParentBsuid } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { type EvidenceRow, evidenceOf, type NeighborhoodId } from './read-rows.ts';
import { evidenceRow } from './rows.ts';

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not an identifier');
  return value;
};
const base = { id: 'e1' as EvidenceId, at: 1000, receivedAt: 2000 };
const party = {
  phone: must(parseE164('15550001111')),
  bsuid: must(parseBsuid('US.1')),
  parent: must(parseParentBsuid('US.ENT.1')),
};

/** As the database would give the row back. */
function readBack(evidence: Evidence): Evidence {
  const row = evidenceRow('n1' as NeighborhoodId, evidence);
  return evidenceOf({ ...row, at: new Date(row.at), received_at: new Date(row.received_at ?? 0) } as EvidenceRow);
}

describe('evidence as a row', () => {
  it.each<[string, object]>([
    ['an observation', { kind: 'seen-together', by: 'customer', ...party, name: 'Ana', username: 'ana' }],
    ['one without a username', { kind: 'seen-together', by: 'status', bsuid: party.bsuid, username: null }],
    ['one that does not tell', { kind: 'seen-together', by: 'business', phone: party.phone }],
    [
      'one that says more than there are columns',
      { kind: 'seen-together', by: 'customer', ...party, key: { hash: 'h' } },
    ],
    ['a change of number', { kind: 'rotated', previous: party, current: { bsuid: must(parseBsuid('US.2')) } }],
    ['a change that says more', { kind: 'rotated', previous: {}, current: party, because: 'asked' }],
    ['a kind of tomorrow', { kind: 'of-tomorrow', who: [party], reason: null }],
  ])('comes back: %s', (_what, said) => {
    const evidence = { ...base, ...said } as unknown as Evidence;
    expect(readBack(evidence)).toEqual(evidence);
  });
});
