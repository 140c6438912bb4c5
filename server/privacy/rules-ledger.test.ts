import type { PortfolioId } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import type { Erasure } from './marks.ts';
import { LedgerReader, linesOf } from './rules-ledger.ts';

const erasure = (id: string, count: number): Erasure => ({
  portfolioId: 'acme' as PortfolioId,
  id,
  erasedAt: 1_000,
  expiresAt: 2_000,
  marks: Array.from({ length: count }, (_, i) => ({ mark: `mark ${i}`, from: 0, until: 1_000 })),
  ids: ['one', 'two'],
});
const readAll = (text: string) => {
  const reader = new LedgerReader();
  for (const line of text.split('\n')) reader.read(line);
  return [...reader.whole.values()];
};

describe('the ledger of erasures', () => {
  it('gives back what was written, however much it was', () => {
    const all = [erasure('a', 0), erasure('b', 1), erasure('c', 2_500)];
    expect(readAll(all.map(linesOf).join(''))).toEqual(all);
  });

  it('does not count an erasure whose end is missing', () => {
    const text = linesOf(erasure('a', 1_500)).split('\n').slice(0, 3).join('\n');
    expect(readAll(`${text}\n${linesOf(erasure('b', 1))}`)).toEqual([erasure('b', 1)]);
  });

  it('takes one that was written twice, since the first was cut off, for one', () => {
    const cut = linesOf(erasure('a', 1_500)).split('\n').slice(0, 2).join('\n');
    expect(readAll(`${cut}\n${linesOf(erasure('a', 1_500))}`)).toEqual([erasure('a', 1_500)]);
  });

  it('refuses what it cannot read, rather than passing over it', () => {
    expect(() => readAll('{"v":2}')).toThrow('newer version');
    expect(() => readAll('nonsense')).toThrow(SyntaxError);
  });
});
