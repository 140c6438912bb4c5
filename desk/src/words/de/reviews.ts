import type { reviews as english } from '../en/reviews.ts';

export const reviews: Record<keyof typeof english, string> = {
  'reviews.asked': 'Gefragt {day}',
  'reviews.conversationsOf': 'Unterhaltungen von {name}',
  'reviews.onlyOne': 'Nur zu einem Kunden.',
  'reviews.showAll': 'Alle zeigen',
  'reviews.whatLed': 'Was dazu geführt hat',
  'reviews.nothingOpen': 'Nichts anzusehen',
  'reviews.nothingOpenDetail': 'Alle sind die, für die wir sie halten, soweit WhatsApp es sagt.',
  'reviews.nothingSettled': 'Noch nichts entschieden',
  'reviews.nothingSettledDetail': 'Beantwortete Fragen ruhen hier.',
  'reviews.loading': 'Wird geladen',
  'reviews.failed': 'Die Fragen konnten nicht geladen werden',
  'reviews.open': 'Offen',
  'reviews.settled': 'Entschieden',
  'reviews.explained':
    'Was WhatsApp nicht sagt und eine Maschine nicht raten soll. Bis Sie entscheiden, wird nichts zusammengeführt, und niemandes Nachrichten sieht jemand anderes.',
  'reviews.questions': 'Fragen',
  'reviews.settledThanks': 'Entschieden, danke. Es steht im Verlauf der Betroffenen.',
  'reviews.reason': 'Hat sie uns am Telefon gesagt',
};
