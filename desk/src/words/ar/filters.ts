import type { filters as english } from '../en/filters.ts';

export const filters: Record<keyof typeof english, string> = {
  'filters.open': 'تصفية حسب الحقول',
  'filters.chosen':
    'تصفية حسب الحقول: {count, plural, zero {لم يُختر شيء} one {اختير واحد} two {اختير اثنان} few {اختيرت # حقول} many {اختير # حقلًا} other {اختير # حقل}}',
  'filters.list': 'عوامل التصفية',
  'filters.remove': 'إزالة: {what}',
  'filters.text': '{name}: «{value}»',
  'filters.is': '{name}: {value}',
  'filters.to': '{name}: حتى {to}',
  'filters.from': '{name}: من {from}',
  'filters.range': '{name}: {from} – {to}',
};
