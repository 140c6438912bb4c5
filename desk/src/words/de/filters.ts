import type { filters as english } from '../en/filters.ts';

// What is said beside a list that is narrowed by one's own fields.

export const filters: Record<keyof typeof english, string> = {
  'filters.open': 'Nach Feldern filtern',
  'filters.chosen': 'Nach Feldern filtern: {count, plural, one {# gewählt} other {# gewählt}}',
  'filters.list': 'Filter',
  'filters.remove': 'Entfernen: {what}',
  'filters.text': '{name}: „{value}“',
  'filters.is': '{name}: {value}',
  'filters.to': '{name}: bis {to}',
  'filters.from': '{name}: ab {from}',
  'filters.range': '{name}: {from} – {to}',
};
