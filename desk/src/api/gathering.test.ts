import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gathering } from './gathering.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('works off in one go what comes within a moment', async () => {
  const batches: number[][] = [];
  const add = gathering<number>(50, async (batch) => void batches.push(batch));
  add(1);
  await vi.advanceTimersByTimeAsync(30);
  add(2);
  await vi.advanceTimersByTimeAsync(20);
  add(3);
  await vi.advanceTimersByTimeAsync(50);
  expect(batches).toEqual([[1, 2], [3]]);
});

it('begins the next only when the last is done, with all that came meanwhile', async () => {
  const batches: number[][] = [];
  let done: () => void = () => undefined;
  const add = gathering<number>(50, (batch) => {
    batches.push(batch);
    return new Promise((resolve) => {
      done = resolve;
    });
  });
  add(1);
  await vi.advanceTimersByTimeAsync(50);
  for (const one of [2, 3]) add(one);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(batches).toEqual([[1]]);
  done();
  await vi.advanceTimersByTimeAsync(900);
  expect(batches).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(100);
  expect(batches).toEqual([[1], [2, 3]]);
});

it('rests no longer than the pause once the time a long batch took is over', async () => {
  const batches: number[][] = [];
  const add = gathering<number>(50, async (batch) => {
    batches.push(batch);
    await new Promise((resolve) => setTimeout(resolve, 400));
  });
  add(1);
  await vi.advanceTimersByTimeAsync(450 + 500);
  add(2);
  await vi.advanceTimersByTimeAsync(50);
  expect(batches).toEqual([[1], [2]]);
});

it('rests several times as long where the question is a dear one', async () => {
  const batches: number[][] = [];
  const add = gathering<number>(
    50,
    async (batch) => {
      batches.push(batch);
      add(batch.length + 1);
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
    3,
  );
  add(1);
  await vi.advanceTimersByTimeAsync(50 + 100 + 299);
  expect(batches).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(batches).toHaveLength(2);
});

it('keeps nobody waiting longer than that for an answer that was slow', async () => {
  const batches: number[][] = [];
  const add = gathering<number>(
    50,
    async (batch) => {
      batches.push(batch);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    },
    3,
    200,
  );
  add(1);
  await vi.advanceTimersByTimeAsync(100);
  add(2);
  await vi.advanceTimersByTimeAsync(950 + 199);
  expect(batches).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(batches).toEqual([[1], [2]]);
});

it('goes on after a batch that failed', async () => {
  const batches: number[][] = [];
  const failed = vi.fn();
  process.once('unhandledRejection', failed);
  const add = gathering<number>(50, async (batch) => {
    batches.push(batch);
    if (batch.includes(1)) throw new Error('no answer');
  });
  add(1);
  await vi.advanceTimersByTimeAsync(50);
  add(2);
  await vi.advanceTimersByTimeAsync(50);
  expect(batches).toEqual([[1], [2]]);
});
