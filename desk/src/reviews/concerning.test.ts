import type { Review } from '@throughline/contract';
import { expect, it } from 'vitest';
import { concerning } from './concerning.ts';

const about = (contact: string, other: string | null) =>
  ({ contact: { id: contact }, other: other === null ? null : { id: other } }) as Review;

it('keeps the questions about one contact, on either side, and all where none is named', () => {
  const reviews = [about('ana', 'bea'), about('bea', null), about('cleo', null)];
  expect(concerning(reviews, 'bea')).toEqual(reviews.slice(0, 2));
  expect(concerning(reviews, undefined)).toBe(reviews);
});
