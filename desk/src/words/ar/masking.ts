import type { masking as english } from '../en/masking.ts';

export const masking: Record<keyof typeof english, string> = {
  'masking.title': 'أرقام الهواتف',
  'masking.intro': 'من يرى أرقام العملاء كاملة. يسري ذلك خلال ثانية على كل ما يعرضه Throughline ويجيب به.',
  'masking.failed': 'تعذّر عرض الإعداد',
  'masking.maskedFor': 'تُحجب الأرقام عن',
  'masking.hint':
    'يرون البلد والأرقام الأخيرة. يمكنهم البحث برقم كامل، وعرض أرقام شخص واحد عند الحاجة. ويُسجَّل ذلك في كل مرة. وما كتبه العملاء يبقى كما كتبوه.',
  'masking.saved': 'حُفظ. يسري من الآن.',
  'masking.show': 'إظهار',
  'masking.showNumbers': 'إظهار أرقام {name} كاملة',
  'masking.writtenDown': 'عُرض كاملًا. وسُجِّل أنك اطّلعت عليه.',
  'masking.whatFor': 'لماذا تحتاج إلى الرقم؟',
  'masking.reason':
    '{reason, select, call_them {للاتصال به} check_identity {للتحقق من هويته} other_channel {للوصول إليه بطريقة أخرى} privacy_request {لطلب خصوصية} other {لأمر آخر}}',
};
