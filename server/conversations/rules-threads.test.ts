import { emptyState, type HolderId, type Lease, type Name, type PhoneKey, type State } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { type PlacedItem, planThreads, sameOwners, type Thread } from './rules-threads.ts';

// People are letters. A thread is "id holder created"; an item is "id in-thread identifier time".
const number = '200';
const holder = (id: string) => id as HolderId;

function threads(...texts: string[]): Thread[] {
  return texts.map((text) => {
    const [id = '', owner = '', created = '0'] = text.split(' ');
    return { id, holderId: holder(owner), phoneNumberId: number, createdAt: Number(created) };
  });
}

function items(...texts: string[]): PlacedItem[] {
  return texts.map((text) => {
    const [id = '', threadId = '', name = '', at = '0'] = text.split(' ');
    const party = name.startsWith('+') ? { phone: name } : { bsuid: name };
    const kind = id.startsWith('c') ? 'call' : 'message';
    return { kind, id, threadId, position: { at: Number(at), tie: '1x' }, ...party } as unknown as PlacedItem;
  });
}

const position = (at: number) => ({ at, tie: '1' });
const named = (value: string, owner: string) =>
  ({
    kind: 'bsuid',
    value,
    holderId: holder(owner),
    since: position(0),
    until: null,
    seen: position(0),
  }) as unknown as Name;
const leased = (phone: string, owner: string, from: number, until: number | null = null) =>
  ({
    key: phone as PhoneKey,
    phone,
    holderId: holder(owner),
    from: position(from),
    last: position(from),
    heardAt: null,
    until: until === null ? null : position(until),
    ended: until === null ? null : 'taken',
    awaitsAccount: false,
  }) as Lease;
const state = (names: Name[], leases: Lease[] = []): State => ({ ...emptyState, names, leases });

let made = 0;
const newId = () => `new${++made}`;
function plan(given: Thread[], placed: PlacedItem[], after: State) {
  made = 0;
  const { create, repoint, retire, moves } = planThreads(given, placed, after, newId);
  return {
    create: create.map((one) => `${one.id} ${one.holderId} ${one.phoneNumberId} ${one.createdAt}`),
    repoint: repoint.map((one) => `${one.id} ${one.holderId}`),
    retire: retire.map((one) => `${one.id} into ${one.into}`),
    moves: moves.map((one) => `${one.kind} ${one.id} to ${one.threadId}`).sort(),
  };
}
const nothing = { create: [], repoint: [], retire: [], moves: [] };

describe('threads after a decision', () => {
  it('stay as they are where nobody moved', () => {
    const after = state([named('B1', 'A')], [leased('+1', 'A', 0)]);
    expect(plan(threads('t A'), items('m t B1 1', 'n t +1 2'), after)).toEqual(nothing);
  });

  it('become one where two people turn out to be one: the older goes on', () => {
    const after = state([named('B1', 'A'), named('B2', 'A')]);
    expect(plan(threads('young A 5', 'old B 1'), items('m old B2 1', 'n young B1 5', 'c1 young B1 6'), after)).toEqual({
      ...nothing,
      repoint: ['old A'],
      retire: ['young into old'],
      moves: ['call c1 to old', 'message n to old'],
    });
  });

  it('become one of three, all aliases leading to the survivor', () => {
    const after = state([named('B1', 'A'), named('B2', 'A'), named('B3', 'A')]);
    expect(plan(threads('t1 A 3', 't2 B 1', 't3 C 2'), items('a t1 B1 3', 'b t2 B2 1', 'c3 t3 B3 2'), after)).toEqual({
      ...nothing,
      repoint: ['t2 A'],
      retire: ['t1 into t2', 't3 into t2'],
      moves: ['call c3 to t2', 'message a to t2'],
    });
  });

  it('go on under another holder where the whole thread was somebody else’s', () => {
    expect(plan(threads('t A'), items('m t B1 1', 'n t B1 2'), state([named('B1', 'Z')]))).toEqual({
      ...nothing,
      repoint: ['t Z'],
    });
  });

  it('are cut where a late fact gives a part of the items to another: that part gets a thread of its own', () => {
    const after = state([named('B1', 'A')], [leased('+1', 'E', 0, 5), leased('+1', 'A', 5)]);
    expect(plan(threads('t A 1'), items('m t +1 1', 'n t +1 6', 'o t B1 7'), after)).toEqual({
      ...nothing,
      create: ['new1 E 200 1'],
      moves: ['message m to new1'],
    });
  });

  it('take items into the thread the other holder has already', () => {
    const after = state([named('B1', 'A'), named('B2', 'B')]);
    expect(plan(threads('t A 1', 'u B 2'), items('m t B1 1', 'n t B2 2', 'o u B2 3'), after)).toEqual({
      ...nothing,
      moves: ['message n to u'],
    });
  });

  it('keep what cannot be told whose it is where it is', () => {
    expect(plan(threads('t A'), items('m t +9 1', 'n t B1 2'), state([named('B1', 'A')]))).toEqual(nothing);
  });

  it('never join the threads of two business numbers', () => {
    const [one] = threads('t A 1');
    const [other] = threads('u B 2').map((thread) => ({ ...thread, phoneNumberId: '300' }));
    const after = state([named('B1', 'A'), named('B2', 'A')]);
    const given = [one, other].filter((thread) => thread !== undefined);
    expect(plan(given, items('m t B1 1', 'n u B2 2'), after)).toEqual({ ...nothing, repoint: ['u A'] });
  });

  it('leave one thread per holder and number, whatever the state', () => {
    const given = threads('t A 1', 'u B 2', 'v C 3');
    const placed = items('m t B1 1', 'n t B2 2', 'o u B2 3', 'p u B3 4', 'q v B3 5', 'r v B1 6');
    for (const owners of ['AAA', 'ABC', 'CBA', 'BBA', 'ZZZ', 'ZAA', 'BZC']) {
      const after = state([...owners].map((owner, i) => named(`B${i + 1}`, owner)));
      const result = planThreads(given, placed, after, newId);
      const place = new Map(placed.map((item) => [item.id, item.threadId]));
      for (const move of result.moves) place.set(move.id, move.threadId);
      const owner = new Map([...given, ...result.create].map((thread) => [thread.id, thread.holderId as string]));
      for (const { id, holderId } of result.repoint) owner.set(id, holderId);
      for (const item of placed)
        expect(owner.get(place.get(item.id) ?? ''), owners).toBe(owners[Number(item.bsuid?.slice(1)) - 1]);
      const left = [...new Set(place.values())].map((id) => owner.get(id));
      expect(new Set(left).size, owners).toBe(left.length);
    }
  });
});

describe('whether anybody moved', () => {
  const before = state([named('B1', 'A')], [leased('+1', 'A', 1)]);
  it('is told by owners and intervals alone', () => {
    const seenLater = state([{ ...named('B1', 'A'), seen: position(9) }], [leased('+1', 'A', 1)]);
    expect(sameOwners(before, seenLater)).toBe(true);
    expect(sameOwners(before, state([named('B1', 'B')], [leased('+1', 'A', 1)]))).toBe(false);
    expect(sameOwners(before, state([named('B1', 'A')], [leased('+1', 'A', 0)]))).toBe(false);
    expect(sameOwners(before, state([named('B1', 'A')], [leased('+1', 'A', 1, 4)]))).toBe(false);
  });
});
