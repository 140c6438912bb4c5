import type { find as english } from '../en/find.ts';

export const find: Record<keyof typeof english, string> = {
  'find.title': 'البحث في هذه المحادثة',
  'find.label': 'البحث في هذه المحادثة',
  'find.hint': 'كلمات في هذه المحادثة',
  'find.none': 'لا نتائج',
  'find.count': '{at, number} من {count, number}',
  'find.failed': 'لم يُجب البحث',
  'find.older': 'النتيجة الأقدم',
  'find.newer': 'النتيجة الأحدث',
  'find.day': 'الانتقال إلى يوم',
  'find.close': 'إغلاق البحث',
  'find.jumpFailed': 'تعذّر تحميل ذلك الموضع.',
};
