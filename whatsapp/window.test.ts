import { describe, expect, it } from 'vitest';
import { windowClosesAt } from './window.ts';

describe('the customer service window', () => {
  it('closes a day after the customer last wrote or called', () => {
    const lastCustomerAt = Date.parse('2026-11-22T09:00:00Z');
    expect(new Date(windowClosesAt(lastCustomerAt)).toISOString()).toBe('2026-11-23T09:00:00.000Z');
  });
});
