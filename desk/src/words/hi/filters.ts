import type { filters as english } from '../en/filters.ts';

export const filters: Record<keyof typeof english, string> = {
  'filters.open': 'फ़ील्ड से छाँटें',
  'filters.chosen': 'फ़ील्ड से छाँटें: {count, plural, one {# चुना गया} other {# चुने गए}}',
  'filters.list': 'फ़िल्टर',
  'filters.remove': 'हटाएँ: {what}',
  'filters.text': '{name}: “{value}”',
  'filters.is': '{name}: {value}',
  'filters.to': '{name}: {to} तक',
  'filters.from': '{name}: {from} से',
  'filters.range': '{name}: {from} – {to}',
};
