// The ledger of erasures as lines of text: one erasure is a head and as many lines of marks and ids as it needs, so that none is too
// long to read. Above them all stands the ledger's own id. An erasure counts once its last line is there: a line cut off by a crash is nobody's.

import type { PortfolioId } from '@throughline/identity';
import type { Erasure } from './marks.ts';
import type { Watermark } from './rules-marks.ts';

const perLine = 1_000;

type Line =
  | { v: 1; ledger: string }
  | { v: 1; erasure: string; portfolio: string; erasedAt: number; expiresAt: number; lines: number }
  | { v: 1; of: string; marks?: Watermark[]; ids?: string[] };

/** The first line of a ledger: the database beside it knows it by this id. */
export function headOf(ledger: string): string {
  const head: Line = { v: 1, ledger };
  return `${JSON.stringify(head)}\n`;
}

export function linesOf({ portfolioId, id, erasedAt, expiresAt, marks, ids }: Erasure): string {
  const rest: Line[] = [
    ...pieces(marks).map((some): Line => ({ v: 1, of: id, marks: some })),
    ...pieces(ids).map((some): Line => ({ v: 1, of: id, ids: some })),
  ];
  const head: Line = { v: 1, erasure: id, portfolio: portfolioId, erasedAt, expiresAt, lines: rest.length };
  return [head, ...rest].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function pieces<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / perLine) }, (_, i) => all.slice(i * perLine, (i + 1) * perLine));
}

/** Gathers erasures from lines as they come. One written twice, after a crash, is the same erasure. */
export class LedgerReader {
  readonly #open = new Map<string, Erasure & { left: number; marks: Watermark[]; ids: string[] }>();
  readonly whole = new Map<string, Erasure>();
  /** Undefined where it was begun before ledgers had ids. */
  id: string | undefined;

  /** @throws where a line is no line of a ledger: what cannot be read must not be passed over. */
  read(text: string): void {
    if (text.trim() === '') return;
    const line = JSON.parse(text) as Line;
    if (line.v !== 1) throw new Error('The ledger of erasures was written by a newer version.');
    if ('ledger' in line) {
      this.id ??= line.ledger;
      return;
    }
    if ('erasure' in line) {
      const { erasure: id, portfolio, erasedAt, expiresAt, lines } = line;
      const one = { portfolioId: portfolio as PortfolioId, id, erasedAt, expiresAt, marks: [], ids: [], left: lines };
      this.#open.set(id, one);
      this.#close(id);
      return;
    }
    const one = this.#open.get(line.of);
    if (!one) return;
    one.marks.push(...(line.marks ?? []));
    one.ids.push(...(line.ids ?? []));
    one.left -= 1;
    this.#close(line.of);
  }

  #close(id: string): void {
    const one = this.#open.get(id);
    if (!one || one.left > 0) return;
    const { left: _left, ...erasure } = one;
    this.whole.set(id, erasure);
    this.#open.delete(id);
  }
}
