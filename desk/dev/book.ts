// What is known of the pretend town's numbers, in counts.

import type { ContactBook } from '@throughline/contract';

export const firstBook: Omit<ContactBook, 'advice'> = {
  portfolioId: '500000000000001',
  name: 'Lagos Bikes',
  setting: 'unknown',
  countedAt: new Date().toISOString(),
  coverage: { people: 12_480, pair: 10_912, phoneOnly: 931, accountOnly: 637, hiddenNow: 1_204 },
  visibilityEnds: [
    { businessNumber: '106540352242922', withinDays: 3, people: 14 },
    { businessNumber: '106540352242922', withinDays: 7, people: 52 },
    { businessNumber: '106540352242923', withinDays: 7, people: 9 },
  ],
  signs: { shown: 341, hidden: 6 },
};
