import type { Page } from '@throughline/contract';
import { badgeText, numberText } from '../words/numbers.ts';

/** How many there are, for a badge: nothing where none, and a plus where there are more than are loaded. */
export function countText(pages: Page<unknown>[]): string | undefined {
  const count = pages.reduce((sum, { data }) => sum + data.length, 0);
  if (count === 0) return undefined;
  const more = pages.at(-1)?.next !== null;
  return more ? `${numberText(Math.min(99, count))}+` : badgeText(count);
}
