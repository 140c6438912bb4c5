import {
  type ContactId,
  defaultPolicy,
  type EvidenceId,
  emptyState,
  extend,
  type HolderId,
  parseBsuid,
  parseE164,
  parseUsername,
  type Resolution,
  type SeenTogether,
  type State,
} from '@throughline/identity';
import { expect, it } from 'vitest';
import { contactsChanged } from './rules-changed.ts';

const [phone, bsuid, username] = [parseE164('15550001111'), parseBsuid('US.1'), parseUsername('ana')];
let made = 0;
const newId = () => String(++made);
const rules = {
  policy: defaultPolicy,
  ids: { holder: () => newId() as HolderId, contact: () => newId() as ContactId },
};

function said(at: number, more: object): SeenTogether {
  const id = newId() as EvidenceId;
  return { kind: 'seen-together', by: 'customer', id, at, ...(bsuid && { bsuid }), ...more };
}

const changedBy = (before: State, { state: after, notices, reviews, refolded }: Resolution) =>
  contactsChanged([{ before, after, notices, reviews, refolded }]).size;

it('counts somebody new, a username and a hidden number, and no further word of the same person', () => {
  const known = { phone, name: 'Ana' };
  const first = extend(emptyState, [said(1, known)], rules);
  expect(changedBy(emptyState, first)).toBe(1);
  const again = extend(first.state, [said(2, known)], rules);
  expect(again.state.last?.at).toBe(2);
  expect(changedBy(first.state, again)).toBe(0);
  const named = extend(again.state, [said(3, { ...known, username })], rules);
  expect(changedBy(again.state, named)).toBe(1);
  const hidden = extend(named.state, [said(4, { name: 'Ana', username })], rules);
  expect(changedBy(named.state, hidden)).toBe(1);
  expect(changedBy(hidden.state, extend(hidden.state, [said(5, { name: 'Ana', username })], rules))).toBe(0);
});
