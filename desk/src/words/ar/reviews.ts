import type { reviews as english } from '../en/reviews.ts';

export const reviews: Record<keyof typeof english, string> = {
  'reviews.asked': 'سُئل {day}',
  'reviews.conversationsOf': 'محادثات {name}',
  'reviews.onlyOne': 'عن عميل واحد فقط.',
  'reviews.showAll': 'عرض الكل',
  'reviews.whatLed': 'ما أدى إلى ذلك',
  'reviews.nothingOpen': 'لا شيء للنظر فيه',
  'reviews.nothingOpenDetail': 'كل شخص هو من نعدّه، بقدر ما يخبر WhatsApp.',
  'reviews.nothingSettled': 'لم يُحسم شيء بعد',
  'reviews.nothingSettledDetail': 'الأسئلة التي أُجيب عنها تستقر هنا.',
  'reviews.loading': 'جارٍ التحميل',
  'reviews.failed': 'تعذّر تحميل الأسئلة',
  'reviews.open': 'المفتوحة',
  'reviews.settled': 'المحسومة',
  'reviews.explained':
    'ما لا يخبر به WhatsApp، ولا ينبغي لآلة أن تخمّنه. إلى أن يُحسم لا يُدمج شيء، ولا تظهر رسائل أحد لغيره.',
  'reviews.questions': 'الأسئلة',
  'reviews.settledThanks': 'حُسم، شكرًا. يظهر في الخط الزمني لأصحابه.',
  'reviews.reason': 'أخبرتنا في الهاتف',
};
