import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'رمزك هو {code}. لقد سألتنا عن بياناتك الشخصية؛ اقرأ هذا الرمز لمن يساعدك. يسري لمدة 15 دقيقة. إذا لم تطلب ذلك فتجاهل هذه الرسالة.',
  'problem.erased': 'مُحيت بيانات هذا الشخص بناءً على رغبته. لم يبقَ منها شيء هنا.',
  'title.erased': 'مُحي',
  'problem.privacy_ended': 'انتهى هذا الطلب. سجّل طلبًا آخر.',
  'problem.privacy_running': 'يجري تنفيذ هذا الطلب ولا يمكن إيقافه في منتصفه.',
  'problem.privacy_not_verified': 'لم يُثبت أحد بعد أنه صاحب هذا الطلب. أرسل رمزًا، أو سجّل ما اطلعت عليه.',
  'problem.privacy_already_verified': 'سبق التحقق من صاحب الطلب.',
  'problem.privacy_held': 'حجز قانوني يُبقي بيانات هذا الشخص. ارفعه أولًا.',
  'problem.privacy_no_corrections': 'حدّد أولًا ما يجب تصحيحه.',
  'problem.privacy_no_rectification': 'طلب التصحيح وحده يحدد ما يُصحَّح. سجّل طلبًا كهذا.',
  'problem.privacy_not_awaiting': 'لا شيء للموافقة عليه: ابدأ التنفيذ أولًا.',
  'problem.privacy_same_person': 'من بدأ التنفيذ لا يوافق عليه. يجب أن ينظر فيه شخص آخر.',
  'problem.privacy_already_extended': 'مُدّدت المهلة من قبل، ولا تُمدد إلا مرة واحدة.',
  'problem.privacy_already_confirmed': 'سبق تأكيد استلامه.',
  'problem.privacy_not_running': 'لا يجري تنفيذه.',
  'problem.privacy_code_too_soon': 'أُرسل رمز قبل لحظات. يمكن إرسال آخر بعد دقيقة.',
  'problem.privacy_no_thread': 'لا محادثة مع هذا الشخص لإرسال رمز فيها. سجّل إثباتًا آخر.',
  'problem.privacy_code_not_sent': 'لن يقبل واتساب رسالة إلى هذا الشخص الآن. سجّل إثباتًا آخر.',
  'problem.privacy_code_window_closed':
    'مرّت أكثر من 24 ساعة منذ كتب هذا الشخص، ولا يوجد قالب مصادقة معتمد لإرسال رمز به. اطلب منه أن يكتب أولًا، أو احصل على اعتماد قالب كهذا، أو سجّل إثباتًا آخر.',
  'problem.privacy_code_needs_phone':
    'مرّت أكثر من 24 ساعة منذ كتب هذا الشخص. لا يصل الرمز بقالب مصادقة إلا إلى رقم هاتف، ورقمه غير معروف. اطلب منه أن يكتب أولًا، أو سجّل إثباتًا آخر.',
  'problem.privacy_code_address_lost': 'الرقم الذي عرفته هذه المحادثة صار لشخص آخر، وسيصل الرمز إليه. سجّل إثباتًا آخر.',
  'problem.privacy_code_blocked': 'هذا الشخص محظور على هذا الرقم. ألغِ الحظر، أو سجّل إثباتًا آخر.',
  'problem.privacy_code_wrong':
    'ليس هذا هو الرمز. {left, plural, zero {لا محاولات باقية} one {تبقت محاولة واحدة} two {تبقت محاولتان} few {تبقت # محاولات} many {تبقت # محاولة} other {تبقت # محاولة}}.',
  'problem.privacy_code_used_up': 'لم يعد هذا الرمز ساريًا. أرسل غيره.',
  'problem.privacy_no_archive': 'لا أرشيف للتنزيل: الطلب ليس طلب نسخة، أو لم يُنفَّذ، أو انتهت مهلته.',
  'problem.privacy_correction_refused': 'تعذّر تنفيذ أحد التصحيحات كما سُمّي، فلم يُنفَّذ أي منها. تبيّن التجربة أيها ولماذا.',
  'problem.privacy_whom': 'حدّد صاحب الطلب: contactId أو subject.',
  'problem.subject_unknown':
    'لا أحد يملك هذا اليوم. من كان يملكه يظهر في /privacy/subjects؛ سمّه بـ contactId بعد إثبات هويته.',
  'problem.subject_not_unique': 'ينطبق على عدة أشخاص. انظر /privacy/subjects وسمِّ واحدًا بـ contactId.',
  'problem.privacy_account_unknown': 'أحد هذه الحسابات ليس لجهة الاتصال هذه.',
  'correction.nobody_left': 'لن يبقى أحد ممن يشملهم الطلب.',
  'correction.contact_unknown': 'لم تعد جهة الاتصال هذه موجودة.',
  'correction.field_unknown': 'هذا الحقل غير مستخدم.',
  'correction.field_unfit': 'هذه القيمة لا تناسب الحقل.',
};
