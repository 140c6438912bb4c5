// Other systems: why they were not told, or may not be.

import type { downstream as english } from '../en/downstream.ts';

export const downstream: Record<keyof typeof english, string> = {
  'problem.cursor_gone':
    'ما جاء بعد هذا المؤشر لم يعد محفوظًا، أو أنه من سجل آخر. أعد قراءة ما تحتاج إليه ثم تابع من `latest`.',
  'title.cursor_gone': 'المؤشر لم يعد صالحًا',
  'problem.nothing_to_acknowledge': 'لا يؤكَّد إلا contact.erased.',
  'title.nothing_to_acknowledge': 'لا شيء لتأكيده',
  'problem.not_found.event': 'لا يوجد حدث كهذا، أو أنه لم يعد محفوظًا.',
  'problem.not_found.event_schema': 'لا يوجد نوع كهذا من الأحداث، أو ليس في هذا الإصدار.',
  'problem.not_found.subscription': 'لا يوجد خطاف ويب كهذا، أو ليس لك أن تراه.',
  'problem.not_found.delivery': 'لا يوجد تسليم كهذا، أو أنه لم يعد محفوظًا.',
  'problem.not_found.readiness_run': 'لا يوجد فحص كهذا، أو ليس لك أن تراه.',
  'problem.not_found.canary_run': 'لا توجد جولة كهذه لعميل الاختبار، أو ليس لك أن تراها.',
  'problem.canary_running': 'عميل الاختبار في الطريق بالفعل. انتظر حتى ينتهي.',
  'title.canary_running': 'في الطريق بالفعل',
  'problem.nobody_told': 'لا يُبلَّغ شيء للأنظمة الأخرى بعد. أنشئ أولًا خطاف ويب أو تكاملًا.',
  'title.nobody_told': 'لا أحد لإبلاغه',
  'problem.too_many_systems': 'عدد الأنظمة المحفوظة كبير جدًا بالفعل. أزل واحدًا أولًا.',
  'title.too_many_systems': 'أنظمة أكثر من اللازم',
  'problem.url_refused.unreadable': 'هذا ليس عنوان ويب. اكتبه كاملًا، مثل https://example.com/hook.',
  'problem.url_refused.insecure': 'ما يُبلَّغ به يُرسل عبر https فقط، حتى لا يقرأه أحد في الطريق.',
  'problem.url_refused.credentials': 'اترك الاسم وكلمة المرور خارج العنوان. التوقيع يثبت من يتصل.',
  'problem.url_refused.private':
    'هذا العنوان يقود إلى شبكة خاصة. يمكن لمن يدير Throughline السماح بها في EVENTS_ALLOW_NETWORKS.',
  'title.url_refused': 'العنوان مرفوض',
  'problem.accounts_not_yours': 'لا يحق لدورك قراءة معرّفات واتساب الخاصة، فلا يمكنه طلب تسليمها.',
  'title.accounts_not_yours': 'لا يحق لك تمريرها',
  'problem.numbers_masked': 'يرى دورك الأرقام محجوبة، فلا يمكنه طلب تسليمها إلى مكان آخر.',
  'title.numbers_masked': 'الأرقام محجوبة',
  'problem.too_many_subscriptions': 'بلغ عدد خطافات الويب الحد المسموح. احذف واحدًا أولًا.',
  'title.too_many_subscriptions': 'خطافات ويب كثيرة',
  'problem.not_active': 'خطاف الويب هذا غير نشط. استأنفه أولًا.',
  'title.not_active': 'غير نشط',
  'problem.replay_span': 'حدد عمليات تسليم، أو وقتًا من وإلى، لا كليهما.',
  'title.replay_span': 'ما يُرسل من جديد',
  'problem.alias_not_dialable':
    'هذا الرقم ينوب عن شخص أمام نظام مرتبط. لا تستطيع أي شبكة طلبه، ولا يكتب إليه إلا ذلك النظام.',
  'title.alias_not_dialable': 'رقم بديل',
  'problem.not_found.integration': 'لا يوجد ربط كهذا، أو لا يحق لك رؤيته.',
  'problem.too_many_integrations': 'بلغ عدد الأنظمة المرتبطة حدّه. أزل واحدًا أولًا.',
  'title.too_many_integrations': 'أنظمة مرتبطة أكثر من اللازم',
};
