import type { waiting as english } from '../en/waiting.ts';

export const waiting: Record<keyof typeof english, string> = {
  'waiting.turn.message': 'تنتظر دورها: يُرسل من هذا الرقم أكثر مما يقبله WhatsApp دفعة واحدة.',
  'waiting.turn.number': 'تنتظر دورها. لا شيء يلزم فعله.',
  'waiting.order.message': 'تنتظر الرسالة التي قبلها في هذه المحادثة.',
  'waiting.order.number': 'تنتظر الرسالة التي قبلها في محادثتها. لا شيء يلزم فعله.',
  'waiting.media.message': 'تنتظر حتى يصل ملفها إلى WhatsApp.',
  'waiting.media.number': 'تنتظر حتى يصل ملفها إلى WhatsApp. إن طال ذلك فانظر في الملفات التي فشلت.',
  'waiting.rate.message': 'طلب WhatsApp رسائل أقل في الثانية. تُعاد المحاولة تلقائيًا.',
  'waiting.rate.number': 'طلب WhatsApp رسائل أقل في الثانية؛ خُفضت السرعة وتعود للارتفاع من تلقاء نفسها.',
  'waiting.pair.message': 'يحدّ WhatsApp من سرعة الكتابة إلى الشخص الواحد. تُرسل فور أن يسمح.',
  'waiting.pair.number': 'يحدّ WhatsApp من سرعة الكتابة إلى الشخص الواحد. إن تكرر ذلك فاكتب رسائل أقل وأطول.',
  'waiting.messaging_limit.message':
    'بلغ عدد من بدأنا مراسلتهم في اليوم الأخير ما يسمح به WhatsApp لهذه الشركة. تُرسل فور أن يسمح.',
  'waiting.messaging_limit.number':
    'بلغ عدد من بدأنا مراسلتهم في اليوم الأخير ما يسمح به WhatsApp لهذه الشركة. تُستأنف الرسائل من تلقاء نفسها مع مرور اليوم؛ ويرتفع الحد مع الجودة والاستخدام.',
  'waiting.maintenance.message': 'يجري WhatsApp صيانة لهذا الرقم. تُعاد المحاولة تلقائيًا.',
  'waiting.maintenance.number': 'يجري WhatsApp صيانة لهذا الرقم، وتستغرق نحو دقيقة. تُستأنف الرسائل من تلقاء نفسها.',
  'waiting.unreachable.message': 'لا يمكن الوصول إلى WhatsApp. تُعاد المحاولة تلقائيًا.',
  'waiting.unreachable.number': 'لا يمكن الوصول إلى WhatsApp. تحقق من شبكة هذا الجهاز، ومن META_GRAPH_URL.',
  'waiting.retry.message': 'حدثت مشكلة لدى WhatsApp نفسه. تُعاد المحاولة تلقائيًا.',
  'waiting.retry.number': 'حدثت مشكلة لدى WhatsApp نفسه. تُعاد محاولة إرسال الرسائل تلقائيًا.',
  'waiting.tomorrow.message': 'يطلب WhatsApp الانتظار يومًا قبل إعادة المحاولة.',
  'waiting.tomorrow.number': 'يطلب WhatsApp الانتظار يومًا قبل إعادة المحاولة. أرسل تسويقًا أقل إلى الأشخاص أنفسهم.',
  'waiting.undo.message': 'تُحتجز لثوانٍ يمكن سحبها خلالها.',
  'waiting.undo.number': 'تُحتجز لثوانٍ يمكن لكاتبيها سحبها خلالها. لا شيء يلزم فعله.',
  'waiting.account.message': 'حساب الشركة أو وصوله يحتاج إلى مسؤول النظام. تُعاد المحاولة من حين إلى آخر.',
  'waiting.account.number':
    'يرفض WhatsApp هذا الحساب أو وصوله. انظر في الحساب في إعدادات الأعمال وفي META_ACCESS_TOKEN؛ وتُعاد محاولة إرسال الرسائل من حين إلى آخر.',
  'waiting.held_for_quality.message':
    'يحجز WhatsApp هذا القالب ريثما يقيّم كيف يتلقاه الناس. يُرسل أو يفشل من تلقاء نفسه.',
};
