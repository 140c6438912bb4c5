// What is said beside a list that is narrowed by one's own fields.

export const filters = {
  'filters.open': 'Filter by fields',
  'filters.chosen': 'Filter by fields: {count, plural, one {# chosen} other {# chosen}}',
  'filters.list': 'Filters',
  'filters.remove': 'Take off: {what}',
  'filters.text': '{name}: “{value}”',
  'filters.is': '{name}: {value}',
  'filters.to': '{name}: up to {to}',
  'filters.from': '{name}: from {from}',
  'filters.range': '{name}: {from} – {to}',
} as const;
