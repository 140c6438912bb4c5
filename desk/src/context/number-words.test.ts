import { describe, expect, it } from 'vitest';
import { mayGiveUp, numberWords } from './number-words.ts';

const now = new Date(2026, 10, 22, 15, 0).getTime();
const from = new Date(2026, 4, 3, 12, 0).toISOString();
const until = new Date(2026, 10, 22, 9, 0).toISOString();
const phone = { value: '+12025550122', from, until };

describe('numberWords', () => {
  it('says what each number is to the person', () => {
    expect(numberWords({ ...phone, role: 'current', until: null }, now)).toBe('in use since 3 May');
    expect(numberWords({ ...phone, role: 'hidden' }, now)).toBe('hidden since today');
    expect(numberWords({ ...phone, role: 'changed' }, now)).toBe('left for another number today');
    expect(numberWords({ ...phone, role: 'released' }, now)).toBe('now belongs to someone else, since today');
  });

  it('leaves out a day nobody knows', () => {
    expect(numberWords({ ...phone, role: 'hidden', until: null }, now)).toBe('hidden');
    expect(numberWords({ ...phone, role: 'released', until: null }, now)).toBe('now belongs to someone else');
  });
});

describe('mayGiveUp', () => {
  it('is for a number still held, shown or hidden', () => {
    const roles = ['current', 'hidden', 'changed', 'released'] as const;
    expect(roles.filter((role) => mayGiveUp({ ...phone, role }))).toEqual(['current', 'hidden']);
  });
});
