import type { filters as english } from '../en/filters.ts';

// What is said beside a list that is narrowed by one's own fields.

export const filters: Record<keyof typeof english, string> = {
  'filters.open': 'Filtrar por campos',
  'filters.chosen': 'Filtrar por campos: {count, plural, one {# elegido} many {# elegidos} other {# elegidos}}',
  'filters.list': 'Filtros',
  'filters.remove': 'Quitar: {what}',
  'filters.text': '{name}: «{value}»',
  'filters.is': '{name}: {value}',
  'filters.to': '{name}: hasta {to}',
  'filters.from': '{name}: desde {from}',
  'filters.range': '{name}: {from} – {to}',
};
