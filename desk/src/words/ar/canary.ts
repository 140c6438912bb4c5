// The test customer: what other systems make of somebody who does not exist and has no number.

import type { canary as english } from '../en/canary.ts';

export const canary: Record<keyof typeof english, string> = {
  'canary.title': 'عميل الاختبار',
  'canary.intro':
    'عميل لا وجود له يمر بأنظمتك الأخرى. له اسم مستخدم وليس له رقم. يكتب، ويغيّر اسم المستخدم، ويحصل على حساب آخر، ثم يُمحى.',
  'canary.back': 'الجاهزية',
  'canary.failed': 'لا يمكن عرض عميل الاختبار',
  'canary.onTheWay': 'في الطريق',
  'canary.interrupted': 'انقطع',
  'canary.eachDay': 'كل يوم',
  'canary.off': 'متوقف',
  'canary.notDaily': 'لا ينطلق من تلقاء نفسه.',
  'canary.next': 'ينطلق كل يوم، والمرة القادمة {when}.',
  'canary.look': 'ما فعله كل نظام به',
  'canary.send': 'أرسله الآن',
  'canary.sent': 'عميل الاختبار في الطريق.',
  'canary.settings': 'الإعدادات',
  'canary.none': 'لم ينطلق بعد',
  'canary.noneDetail': 'أرسله الآن، أو دعه ينطلق كل يوم.',
  'canary.run': 'المعروض',
  'canary.portfolio': 'المحفظة',
  'canary.broken':
    '{count, plural, =0 {لم يتعطل أي نظام} zero {لم يتعطل أي نظام} one {تعطل نظام واحد} two {تعطل نظامان} few {تعطلت # أنظمة} many {تعطل # نظامًا} other {تعطل # نظام}}',
  'canary.byTime': 'انطلق {when}، من تلقاء نفسه.',
  'canary.bySomebody': 'انطلق {when}، أرسله {who}.',
  'canary.nobody': 'لم يكن هناك من يُبلَّغ.',
  'canary.systems': 'الأنظمة',
  'canary.verdict':
    '{verdict, select, waiting {لم ينته} well {يقبله جيدًا} slow {بطيء} refused {يتعطل} no_answer {لا جواب} skipped {مستبعد} read {قرأ ونسي} not_read {لم يقرأ قط} other {لم يقرأ قط}}',
  'canary.skipped':
    '{why, select, paused {متوقف مؤقتًا} disabled {مُعطَّل} left_out {مستبعد} not_wanted {لا يريد رسائل} no_line {لا رقم للنشاط} removed {أُزيل أثناء ذلك} other {أُزيل أثناء ذلك}}',
  'canary.tries':
    '{count, plural, zero {لم تُجرَّب.} one {جُرّبت مرة واحدة.} two {جُرّبت مرتين.} few {جُرّبت # مرات.} many {جُرّبت # مرة.} other {جُرّبت # مرة.}}',
  'canary.took': 'قُبلت خلال {ms, number} م.ث',
  'canary.callState':
    '{state, select, taken {قُبلت} failed {لم تُقبل} waiting {لم تأت بعد} not_tried {لم تُجرَّب} other {لم تُجرَّب}}',
  'canary.whatToDo': 'ما العمل',
  'canary.steps': 'خطوة بخطوة',
  'canary.kind': '{kind, select, webhook {عبر خطاف ويب} relay {خلف المُرحِّل} reader {يقرأ الخلاصة} other {يقرأ الخلاصة}}',
  'canary.answers':
    '{count, plural, zero {لم يكتب له شيئًا.} one {كتب له رسالة واحدة. لم تصل إلى أحد.} two {كتب له رسالتين. لم تصلا إلى أحد.} few {كتب له # رسائل. لم تصل إلى أحد.} many {كتب له # رسالة. لم تصل إلى أحد.} other {كتب له # رسالة. لم تصل إلى أحد.}}',
  'canary.step':
    '{step, select, created {شخص جديد بلا رقم} conversation {تبدأ محادثته} message {يكتب} answer {يُجاب} delivered {يُسلَّم الجواب} username_lost {يترك اسم مستخدم} username_gained {يأخذ اسم مستخدم} renamed {يتغيّر اسم المستخدم} account_lost {ينتهي حساب له} account_gained {له حساب آخر} account_changed {يتغيّر حسابه} message_again {يكتب من الحساب الجديد} erased {يُمحى} other {يُمحى}}',
  'canary.why':
    '{cause, select, unreachable {لا يستطيع أحد الوصول إليه.} address {لم يعد عنوانه يقبل الطلبات.} signature {لا يقبل التوقيع. ربما تغيّر السر.} busy {يقول إن لديه عملًا أكثر من اللازم.} takes_nothing {لا يقبل شيئًا الآن، من أي أحد.} no_number {يقبل ما يُقال عن العملاء الآخرين، ولا يقبل عميلًا بلا رقم.} stand_in {أُعطي رقمًا بديلًا فرفضه. ربما يتحقق من الأرقام بقائمة للبلدان.} new_username {يتعطل حين يغيّر أحدهم اسم المستخدم. ربما يستعمله مفتاحًا.} new_account {يتعطل حين يحصل أحدهم على حساب آخر. ربما يعرف كل شخص بحساب واحد فقط.} erasure {لا يستطيع أن ينسى أحدًا. وما لديه عن العملاء الحقيقيين يبقى أيضًا.} slow {يجيب، لكنه يستغرق أكثر من خمس ثوانٍ.} other {لم تُقبل.}}',
  'canary.fix':
    '{cause, select, unreachable {انظر هل يعمل، وهل عنوانه وشهادته صحيحان.} address {أدخل عنوانه الحالي.} signature {أدخل هناك السر الصحيح، أو أعطه سرًّا جديدًا.} busy {دعه يقبل أكثر في وقت واحد، أو يجيب قبل أن يعمل.} takes_nothing {انظر في سجله. يحتاج إلى مساعدة قبل أن يقول هذا الاختبار أكثر.} no_number {ابحث في سجله عن رقم يُقرأ وليس موجودًا. اعرف الناس بمعرّفهم.} stand_in {أوقف هناك التحقق من الأرقام، أو اربطه بالحسابات.} new_username {اعرض أسماء المستخدمين، ولا تبحث بها عن أحد.} new_account {تابع تغيّر الحسابات. ابحث عن الناس بمعرّف جهة الاتصال.} erasure {دعه يقبل المحو، ويحذف ما لديه تحت ذلك المعرّف.} slow {أجب أولًا، ثم اعمل.} other {انظر في سجله.}}',
  'canary.enabled': 'كل يوم',
  'canary.enabledHint':
    'الأنظمة التي لا تستطيع تجاوز عميل الاختبار يكون لديها عميل إضافي كل يوم، إلى أن يُطلب منها محوه.',
  'canary.clock': 'عند الساعة',
  'canary.zone': 'بتوقيت',
  'canary.noZone': 'لا يوجد مكان كهذا',
  'canary.through': 'عبر هذه الأنظمة',
  'canary.throughHint': 'تُضاف الأنظمة الجديدة من تلقاء نفسها.',
  'canary.feed': 'وأيضًا لقرّاء الخلاصة والبث',
  'canary.feedHint': 'يُعرف من قرأه بما يؤكد محوه.',
  'canary.save': 'حفظ',
  'canary.saved': 'حُفظ.',
  'canary.known': 'كيف يعرفه النظام',
  'canary.knownBy':
    'تحمل الأحداث «synthetic»، ويحمل كل طلب الترويسة X-Throughline-Synthetic. اسمه دائمًا Throughline Canary. لا يظهر هنا أبدًا، ولا يُرسل إليه شيء.',
  'canary.notice':
    '{count, plural, zero {لا يتعطل أي نظام عند عميل الاختبار.} one {يتعطل نظام واحد عند عميل الاختبار.} two {يتعطل نظامان عند عميل الاختبار.} few {تتعطل # أنظمة عند عميل الاختبار.} many {يتعطل # نظامًا عند عميل الاختبار.} other {يتعطل # نظام عند عميل الاختبار.}}',
};
