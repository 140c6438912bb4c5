// Whose a number is, and who is written to: rows of what is known and what follows.

import {
  type ContactId,
  type E164,
  emptyState,
  type HolderId,
  type Lease,
  phoneKeyOf,
  type State,
} from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { type AccountRow, reachByAccount, reachByPhone } from './rules-reach.ts';
import { type Standing, standingOf } from './rules-standing.ts';

const phone = '+15550102001' as E164;
const key = phoneKeyOf(phone);
const dayMs = 86_400_000;
const now = Date.UTC(2026, 10, 1);
const holder = (name: string) => name as HolderId;
const contact = (name: string) => `contact of ${name}` as ContactId;

function lease(who: string, from: number, until: { at: number; ended: Lease['ended'] } | null = null): Lease {
  return {
    key,
    phone,
    holderId: holder(who),
    from: { at: from, tie: '' },
    last: { at: from, tie: '' },
    heardAt: from,
    until: until && { at: until.at, tie: '' },
    ended: until?.ended ?? null,
    awaitsAccount: false,
    doubted: false,
  };
}

function known(...leases: Lease[]): State {
  const holders = [...new Set(leases.map((one) => one.holderId))].map(
    (id) => ({ id, contactId: contact(id) }) as State['holders'][number],
  );
  return { ...emptyState, holders, leases };
}

const standing = (state: State | undefined, freshMs = 365 * dayMs) => standingOf(state, key, { now, freshMs });

describe('a number', () => {
  it('nobody had is unknown', () => expect(standing(undefined)).toEqual({ kind: 'unknown' }));

  it('is whose lease is open', () =>
    expect(standing(known(lease('a', now - dayMs)))).toEqual({
      kind: 'held',
      holderId: 'a',
      contactId: 'contact of a',
      phone,
    }));

  it('somebody gave up is nobody’s we know', () =>
    expect(standing(known(lease('a', now - 9 * dayMs, { at: now - dayMs, ended: 'rotated' })))).toMatchObject({
      kind: 'moved',
      why: 'left',
      contactId: 'contact of a',
    }));

  it('taken by another account lately was meant for the one before', () => {
    const state = known(
      lease('a', now - 500 * dayMs, { at: now - 9 * dayMs, ended: 'taken' }),
      lease('b', now - 9 * dayMs),
    );
    expect(standing(state)).toMatchObject({ kind: 'moved', why: 'taken', contactId: 'contact of a' });
    // Who chose the person, and not the number, means the person.
    expect(standing(state, 0)).toMatchObject({ kind: 'held', holderId: 'b' });
  });

  it('taken long ago is the new owner’s', () => {
    const state = known(
      lease('a', now - 900 * dayMs, { at: now - 400 * dayMs, ended: 'taken' }),
      lease('b', now - 400 * dayMs),
    );
    expect(standing(state)).toMatchObject({ kind: 'held', holderId: 'b' });
  });

  it('whose message reached another account is in doubt', () =>
    expect(standing(known({ ...lease('a', now - dayMs), doubted: true }))).toMatchObject({ why: 'doubted' }));
});

const free = { marketingStopped: false, doNotContact: false, blocked: false };
const held: Standing = { kind: 'held', holderId: holder('a'), contactId: contact('a'), phone };
const row = { standing: held, ownNumber: false, erased: false, restrictions: free, missing: null };

describe('a row with a number', () => {
  it.each([
    ['phone', {}],
    ['phone', { standing: { kind: 'unknown' as const }, restrictions: undefined }],
    ['do_not_contact', { standing: { kind: 'unknown' as const }, restrictions: undefined, erased: true }],
    ['own_number', { ownNumber: true }],
    ['opted_out', { restrictions: { ...free, marketingStopped: true } }],
    ['do_not_contact', { restrictions: { ...free, marketingStopped: true, doNotContact: true } }],
    ['blocked', { restrictions: { marketingStopped: true, doNotContact: true, blocked: true } }],
    ['value_missing', { missing: 'Body, 1: is empty.' }],
    ['opted_out', { missing: 'Body, 1: is empty.', restrictions: { ...free, marketingStopped: true } }],
    ['number_moved', { standing: { kind: 'moved' as const, contactId: contact('a'), why: 'left' as const, at: now } }],
  ] as const)('is %s', (reach, more) => expect(reachByPhone({ ...row, ...more }).reach).toBe(reach));
});

const account: AccountRow = {
  holderId: holder('a'),
  contactId: contact('a'),
  addressable: true,
  related: true,
  accountOnly: 'send',
  needsPhone: false,
  restrictions: free,
  missing: null,
};

describe('a person without a number', () => {
  it.each([
    ['account', {}],
    ['bsuid_needs_relationship', { accountOnly: 'refuse' }],
    ['bsuid_needs_relationship', { related: false }],
    ['bsuid_needs_relationship', { addressable: false }],
    ['needs_phone', { needsPhone: true }],
    ['opted_out', { restrictions: { ...free, marketingStopped: true } }],
    ['value_missing', { missing: 'Body, 1: is empty.' }],
  ] as const)('is %s', (reach, more) => expect(reachByAccount({ ...account, ...more }).reach).toBe(reach));
});
