import type { common as english } from '../en/common.ts';

export const common: Record<keyof typeof english, string> = {
  'common.tryAgain': 'إعادة المحاولة',
  'common.cancel': 'إلغاء',
  'common.close': 'إغلاق',
  'common.delete': 'حذف',
  'common.stop': 'إيقاف',
  'common.save': 'حفظ',
  'common.back': 'رجوع',
  'common.showMore': 'عرض المزيد',
  'common.quoted': '«{words}»',
  'common.optional': 'اختياري.',
  'common.wentWrong': 'حدث خطأ ما.',
  'common.yes': 'نعم',
  'common.no': 'لا',
};
