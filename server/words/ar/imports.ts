// Imports: why a list is not taken in, or not gone on with.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'problem.not_found.import': 'لا يوجد استيراد كهذا، أو ليس لك أن تراه.',
  'problem.import_masked': 'يرى دورك الأرقام محجوبة، وهي في القائمة كاملة.',
  'title.import_masked': 'الأرقام محجوبة',
  'problem.import_state': 'ليس الآن: تُقرأ القائمة أولًا، ثم تُفحص، ثم تُنفَّذ. اسأل أين وصلت.',
  'title.import_state': 'ليس الآن',
  'problem.import_columns': 'سمِّ كل عمود في القائمة بالترتيب، أو null، وكل شيء مرة واحدة.',
  'title.import_columns': 'الأعمدة غير مطابقة',
  'problem.import_too_long': 'قد تبلغ القائمة 100 ميغابايت و1,000,000 صف. قسّمها وأحضر الأجزاء واحدًا تلو الآخر.',
};
