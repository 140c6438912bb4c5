import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones } from '../words/identifiers.ts';
import { askedWords, mayGiveUp, numberWords } from './number-words.ts';

beforeAll(loadPhones);

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

describe('askedWords', () => {
  const request = {
    id: '',
    contactId: '',
    conversationId: '',
    messageId: '',
    via: 'message',
    askedBy: 'Maya',
    askedAt: from,
    expiresAt: until,
    answeredAt: null,
    phone: null,
  } as const;

  it('says what became of asking', () => {
    const said = (['pending', 'no_answer', 'failed', 'withdrawn'] as const).map((state) =>
      askedWords({ ...request, state }, now),
    );
    expect(said).toEqual([
      'Asked 3 May by Maya; no answer yet.',
      'Asked 3 May by Maya, and not answered.',
      'Asked 3 May by Maya, but the question was not delivered.',
      'Asked 3 May by Maya; it became known in another way.',
    ]);
    const shared = { ...request, state: 'shared', answeredAt: until, phone: '+12025550122' } as const;
    expect(askedWords(shared, now)).toBe('Shared today: +1 202 555 0122.');
  });
});
