import type { book as english } from '../en/book.ts';

export const book: Record<keyof typeof english, string> = {
  'book.keep_on.title': 'إبقاء Contact Book مفعّلًا',
  'book.keep_on.detail':
    'ما دام مفعّلًا يظل Meta يرسل أرقام من راسلتموهم، حتى بعد أن يتخذوا اسم مستخدم. تجده في Meta Business Suite، ضمن إعدادات الأعمال، معلومات النشاط التجاري. إيقافه يحذف ما فيه، وإذا فُعّل من جديد بدأ فارغًا.',
  'book.turn_on.title': 'تفعيل Contact Book',
  'book.turn_on.detail':
    'الأرقام التي ضاعت منه لا تعود من تلقاء نفسها؛ يعود كل منها عند التراسل معه. تجده في Meta Business Suite، ضمن إعدادات الأعمال، معلومات النشاط التجاري.',
  'book.answer_soon.title': 'الرد خلال 30 يومًا، إلى الرقم',
  'book.answer_soon.detail':
    'من دونه يبقى الرقم ظاهرًا 30 يومًا بعد آخر رسالة أو مكالمة معه، لكل رقم شركة على حدة. تذهب الردود من هنا إلى الرقم ما دام معروفًا.',
  'book.ask_for_number.title': 'طلب الأرقام',
  'book.ask_for_number.detail':
    'حيث لا رقم معروفًا، تطلبه نقرة واحدة في المحادثة. وما يشاركه العميل بذلك يضمنه WhatsApp.',
  'book.campaign_by_phone.title': 'الكتابة إلى أرقام توشك أن تختفي',
  'book.campaign_by_phone.detail':
    'قالب إلى الرقم، حيث يُرحَّب به، يبقيه ظاهرًا 30 يومًا أخرى. الحملات هنا تذهب إلى أرقام الهاتف.',
  'book.find_out.title': 'تحديد إن كان Contact Book مفعّلًا',
  'book.find_out.detail':
    'لا تخبر واجهة Meta بذلك. انظر في Meta Business Suite، ضمن إعدادات الأعمال، معلومات النشاط التجاري، وحدده هنا.',
  'book.looks_off.title': 'يبدو Contact Book متوقفًا',
  'book.looks_off.detail':
    'أرقام كانت معروفة تغيب عن الرسائل الأحدث، ولم يأتِ رقم لا يُظهره غيره. انظر في Meta Business Suite، ضمن إعدادات الأعمال، معلومات النشاط التجاري.',
};
