// Who is blocked on which number of ours, from what was asked of Meta and what came of it. Pure.

import type { HolderId } from '@throughline/identity';

export interface BlockWish {
  id: string;
  holderId: HolderId;
  phoneNumberId: string;
  wish: 'block' | 'unblock';
  state: 'waiting' | 'done' | 'failed';
  at: number;
  by: string;
  reason: string;
  problem: string | null;
}

export interface BlockState {
  phoneNumberId: string;
  state: 'blocking' | 'blocked' | 'unblocking' | 'failed';
  /** The wish that counts. */
  wish: BlockWish;
  problem: string | null;
}

/** One for each of our numbers that the person is, was to be or is about to be blocked on. */
export function blocksOf(wishes: readonly BlockWish[]): BlockState[] {
  const perAccount = [...Map.groupBy(wishes, (one) => `${one.phoneNumberId} ${one.holderId}`).values()].flatMap(
    ofAccount,
  );
  return [...Map.groupBy(perAccount, (one) => one.phoneNumberId).values()].map(together);
}

/** The numbers of ours on which the person may not be written to. */
export function blockedOn(wishes: readonly BlockWish[]): Set<string> {
  return new Set(
    blocksOf(wishes)
      .filter(({ state }) => state !== 'failed')
      .map(({ phoneNumberId }) => phoneNumberId),
  );
}

function ofAccount(wishes: readonly BlockWish[]): BlockState[] {
  const inOrder = wishes.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const wish = inOrder.at(-1) as BlockWish;
  const done = inOrder.findLast(({ state }) => state === 'done');
  const { phoneNumberId, problem } = wish;
  const one = (state: BlockState['state']) => [{ phoneNumberId, state, wish, problem }];
  if (wish.state === 'waiting' && wish.wish === 'block') return one('blocking');
  // What is not known to be blocked at Meta needs no more than the wish; it is shown until it is done.
  if (wish.state === 'waiting') return one('unblocking');
  if (done?.wish === 'block') return one('blocked');
  return wish.state === 'failed' && wish.wish === 'block' ? one('failed') : [];
}

const ranks: readonly BlockState['state'][] = ['blocking', 'unblocking', 'blocked', 'failed'];

/** Of several accounts of one person: what is under way, then what holds; and any problem. */
function together(states: readonly BlockState[]): BlockState {
  const [first] = states.toSorted((a, b) => ranks.indexOf(a.state) - ranks.indexOf(b.state));
  const problem = states.find((one) => one.problem !== null)?.problem ?? null;
  return { ...(first as BlockState), problem };
}
