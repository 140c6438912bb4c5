import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeApplier } from './apply-changes.ts';
import { keys } from './queries.ts';

const answerMs = 100;
let client: QueryClient;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network here')));
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });
});
afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** How often it has been asked for, by something on the screen. */
function watched(queryKey: readonly unknown[]): () => number {
  let asked = 0;
  const queryFn = async () => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, answerMs));
    return {};
  };
  client.setQueryData(queryKey, {});
  new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined);
  return () => asked;
}

it('asks for what was said, and for what stands around it, as soon as the open thread changes', async () => {
  const [items, head] = [watched(keys.thread('a')), watched(keys.conversation('a'))];
  const apply = changeApplier(client, async () => undefined);
  apply({ kind: 'conversation', id: 'a' });
  apply({ kind: 'conversation', id: 'another' });
  await vi.advanceTimersByTimeAsync(50);
  expect([items(), head()]).toEqual([1, 1]);
});

it('in a flood asks for what was said at every turn, and for what stands around it less often', async () => {
  const [items, head] = [watched(keys.thread('a')), watched(keys.conversation('a'))];
  const apply = changeApplier(client, async () => undefined);
  for (let ms = 0; ms < 3_000; ms += 20) {
    apply({ kind: 'conversation', id: 'a' });
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(items()).toBeGreaterThanOrEqual(12);
  expect(head()).toBeLessThanOrEqual(7);
  expect(head()).toBeGreaterThanOrEqual(4);
  const before = head();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(head(), 'the last change too').toBe(before + 1);
});

it('shows no reply twice: the thread is asked for once the one being sent is answered', async () => {
  const items = watched(keys.thread('a'));
  let answered: () => void = () => undefined;
  const apply = changeApplier(client, () => new Promise((resolve) => (answered = resolve)));
  apply({ kind: 'conversation', id: 'a' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(items()).toBe(0);
  answered();
  await vi.advanceTimersByTimeAsync(0);
  expect(items()).toBe(1);
});
