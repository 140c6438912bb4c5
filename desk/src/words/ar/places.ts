import type { places as english } from '../en/places.ts';

export const places: Record<keyof typeof english, string> = {
  'places.people': 'جهات الاتصال',
  'places.privacy': 'الخصوصية',
  'places.privacySettings': 'الخصوصية والاحتفاظ',
  'places.board': 'لوحة المتابعة',
};
