import type { filters as english } from '../en/filters.ts';

export const filters: Record<keyof typeof english, string> = {
  'filters.open': 'Filtrar por campos',
  'filters.chosen': 'Filtrar por campos: {count, plural, one {# escolhido} many {# escolhidos} other {# escolhidos}}',
  'filters.list': 'Filtros',
  'filters.remove': 'Tirar: {what}',
  'filters.text': '{name}: “{value}”',
  'filters.is': '{name}: {value}',
  'filters.to': '{name}: até {to}',
  'filters.from': '{name}: a partir de {from}',
  'filters.range': '{name}: {from} – {to}',
};
