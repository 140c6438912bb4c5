import type { files as english } from '../en/files.ts';

export const files: Record<keyof typeof english, string> = {
  'file.missing': 'الملف غير موجود في التخزين. اطلبه من جديد، أو اطلب من مسؤول النظام النسخة الاحتياطية.',
  'file.waiting': 'جارٍ جلبه من WhatsApp.',
  'file.waiting.storage_full':
    'امتلأت مساحة الملفات. يُجلب فور توفر مكان، خلال أسبوع على الأكثر؛ ويمكن لمسؤول النظام توفيره.',
  'file.waiting.meta_busy': 'لم يسلّمه WhatsApp بعد. تُعاد المحاولة تلقائيًا.',
  'file.waiting.unreachable': 'تعذّر الوصول إلى WhatsApp. تُعاد المحاولة تلقائيًا.',
  'file.waiting.denied': 'يرفض WhatsApp وصولنا. تُعاد المحاولة تلقائيًا؛ وعلى مسؤول النظام التحقق من صلاحية رمز الوصول.',
  'file.waiting.damaged': 'وصل تالفًا. تُعاد المحاولة تلقائيًا.',
  'file.waiting.storage': 'تعذّر تخزينه. تُعاد المحاولة تلقائيًا؛ وعلى مسؤول النظام النظر في السجل.',
  'file.too_large': 'أكبر من {most}، وهو الحد لهذا النوع من الملفات. اطلب ملفًا أصغر، أو رابطًا إليه.',
  'file.expired': 'لم يعد لدى WhatsApp. اطلب من العميل إرساله من جديد.',
  'file.failed': 'تعذّر جلبه رغم المحاولة أسبوعًا. اطلب من العميل إرساله من جديد.',
  'file.failed.storage_full': 'لم يكن له مكان حين كان لدى WhatsApp. اطلب من العميل إرساله من جديد.',
  'file.failed.denied': 'رفض WhatsApp وصولنا أسبوعًا. بعد أن يصلح مسؤول النظام ذلك، اطلب من العميل إرساله من جديد.',
  'file.failed.damaged': 'وصل تالفًا في كل مرة. اطلب من العميل إرساله من جديد.',
  'file.erased': 'أُزيل هنا.',
  'file.erased.erased': 'مُحي.',
  'file.erased.retention': 'لم يعد محفوظًا: تُزال الملفات هنا بعد المدة المحددة لها.',
  'file.erased.unused': 'رُفع ولم يُرسل خلال يوم، فلم يعد محفوظًا. ارفعه من جديد.',
  'file.megabytes': '{count, number} م.ب',
  'file.kilobytes': '{count, number} ك.ب',
};
