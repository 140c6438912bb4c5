// Exports: why one is not made, or not handed out.

import type { exports_ as english } from '../en/exports.ts';

export const exports_: Record<keyof typeof english, string> = {
  'problem.not_found.export': 'لا يوجد تصدير كهذا، أو ليس لك أن تراه.',
  'problem.not_found.export_schedule': 'لا توجد جدولة كهذه، أو ليس لك أن تراها.',
  'problem.export_not_yours.kind': 'لا يحق لدورك قراءة ما في هذا التصدير.',
  'problem.export_not_yours.accounts': 'لا يحق لدورك قراءة معرّفات واتساب الخاصة، فلا يمكن أن تكون في ملف له.',
  'problem.export_not_yours.masked': 'يرى دورك الأرقام محجوبة، وهي في هذا الملف كاملة.',
  'title.export_not_yours': 'ليس لك أن تأخذه',
  'problem.export_not_ready': 'لا يوجد ملف للتنزيل: لم يُعدّ بعد، أو لم يعد هنا.',
  'title.export_not_ready': 'لا ملف هنا',
  'problem.too_many_exports': 'تنتظر من عمليات التصدير أقصى ما يُسمح به. اطلب مجددًا حين تنتهي إحداها.',
  'title.too_many_exports': 'عمليات تصدير كثيرة جدًا',
  'problem.too_many_schedules': 'توجد جدولات بأقصى عدد مسموح. احذف واحدة أولًا.',
  'title.too_many_schedules': 'جدولات كثيرة جدًا',
  'problem.no_such_zone': 'لا توجد منطقة زمنية كهذه. سمِّ مكانًا، مثل Europe/Lisbon.',
  'problem.no_such_rhythm': 'سمِّ يومًا من 1 إلى 7 لكل أسبوع، ومن 1 إلى 31 لكل شهر، ولا تسمِّ شيئًا لكل يوم.',
  'problem.coverage_has_no_tags': 'تُحسب التغطية على جميع الأشخاص: اترك الوسم.',
  'problem.coverage_has_no_accounts': 'التغطية أعداد: لا معرّفات فيها.',
  'title.export_not_possible': 'غير ممكن هكذا',
};
