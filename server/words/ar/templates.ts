import type { templates as english } from '../en/templates.ts';

export const templates: Record<keyof typeof english, string> = {
  'template.pending': 'ما زال WhatsApp يراجعه. يمكن إرساله بعد الموافقة عليه.',
  'template.pending.since': 'ما زال WhatsApp يراجعه منذ {since, date, day}. يمكن إرساله بعد الموافقة عليه.',
  'template.rejected': 'رفضه WhatsApp. صحّحه في WhatsApp Manager وقدّمه من جديد.',
  'template.rejected.since': 'رفضه WhatsApp في {since, date, day}. صحّحه في WhatsApp Manager وقدّمه من جديد.',
  'template.paused': 'أوقفه WhatsApp مؤقتًا بسبب انخفاض الجودة. يمكن إرساله من جديد متى رفع WhatsApp الإيقاف.',
  'template.paused.since':
    'أوقفه WhatsApp مؤقتًا في {since, date, day} بسبب انخفاض الجودة. يمكن إرساله من جديد متى رفع WhatsApp الإيقاف.',
  'template.disabled': 'عطّله WhatsApp. اختر قالبًا آخر.',
  'template.disabled.since': 'عطّله WhatsApp في {since, date, day}. اختر قالبًا آخر.',
  'template.deleted': 'حُذف لدى WhatsApp. اختر قالبًا آخر.',
  'template.deleted.since': 'حُذف لدى WhatsApp في {since, date, day}. اختر قالبًا آخر.',
  'template.other': 'لا يسمح WhatsApp بإرساله الآن. انظر فيه في WhatsApp Manager.',
  /** `reason`: Meta's own words, in the language Meta wrote them. */
  'template.why': '{why} {reason}',
  'template.needs_number': 'لا يوصل WhatsApp الرموز إلا إلى أرقام الهاتف، وهذا الشخص يخفي رقمه. اطلب الرقم أولًا.',
  'template.nobody': 'لا يُعرف لهذا الشخص رقم ولا حساب يخصه الآن.',
};
