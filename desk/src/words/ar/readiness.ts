// Readiness: which other systems still count on a phone number, as audits of them found.

import type { readiness as english } from '../en/readiness.ts';

export const readiness: Record<keyof typeof english, string> = {
  'readiness.title': 'الجاهزية',
  'readiness.intro': 'أي أنظمتك الأخرى ما زال يعتمد على رقم الهاتف. يستطيع العملاء إخفاء أرقامهم.',
  'readiness.back': 'كل الأنظمة',
  'readiness.failed': 'تعذر عرض الأنظمة',
  'readiness.oneFailed': 'تعذر عرض هذا الفحص',
  'readiness.none': 'لم يُفحص أي نظام بعد',
  'readiness.noneDetail': 'يرسل الفحص إلى النظام خطافات ويب مختلقة برقم وبلا رقم، أو يقرأ ملفاته. ثم يسلّم ما وجده.',
  'readiness.how': 'شغّله حيث يوجد النظام، بمفتاح أحد المطورين:',
  'readiness.system': 'النظام',
  'readiness.onStaging': 'في بيئة التجربة',
  'readiness.inFiles': 'في ملفاته',
  'readiness.notAudited': 'لم يُفحص',
  'readiness.score': '{score, number} من 100',
  'readiness.places':
    '{count, plural, zero {لا مواضع} one {موضع واحد} two {موضعان اثنان} few {# مواضع} many {# موضعًا} other {# موضع}}',
  'readiness.clean': 'لم يُعثر على شيء',
  'readiness.holds':
    '{count, plural, zero {لا أنواع من خطافات الويب} one {يصمد {held, number} من نوع واحد من خطافات الويب} two {يصمد {held, number} من نوعين من خطافات الويب} few {يصمد {held, number} من # أنواع من خطافات الويب} many {يصمد {held, number} من # نوعًا من خطافات الويب} other {يصمد {held, number} من # نوع من خطافات الويب}}',
  'readiness.fewer': 'أقل من قبل بمقدار {count, number}',
  'readiness.more': 'أكثر من قبل بمقدار {count, number}',
  'readiness.same': 'كما كان من قبل',
  'readiness.readBack': 'قُرئ ما فعله بخطافات الويب وقورن.',
  'readiness.notRead': 'تعذرت قراءة ما فعله بخطافات الويب. الرسائل التي قُبلت وضاعت لا تظهر هنا.',
  'readiness.whatToDo': 'ما العمل',
  'readiness.report': 'تقرير للتسليم',
  'readiness.remove': 'إزالة',
  'readiness.removeAsk': 'إزالة {name}؟',
  'readiness.removeExplained': 'تذهب كل فحوصه. أما النظام نفسه فلا يُمس.',
  'readiness.removed': 'أُزيل النظام.',
  'readiness.all': 'كل ما أُرسل',
  'readiness.cameIn': 'ما وصل',
  'readiness.withNumber': 'برقم',
  'readiness.without': 'بلا رقم',
  'readiness.result': 'النتيجة',
  'readiness.answered': '{statuses} في {ms, number} مللي ثانية',
  'readiness.unknownRule': 'وجد هذا فحصٌ أحدث. لا يستطيع هذا الإصدار أن يقول ما هو.',
  'readiness.inEnglish': 'بكلمات الفحص نفسه، بالإنجليزية.',
  'readiness.family':
    '{family, select, reading {يعتمد على وجود رقم} keys {يجد الناس بأرقامهم} sending {يرسل إلى الأرقام فقط} stores {جداول تحتاج إلى رقم} files {مخططات وقوائم وتدفقات تحتاج إلى رقم} other {شيء آخر}}',
  'readiness.outcome':
    '{outcome, select, held {كما مع الرقم} refused {مرفوض} no_answer {لا جواب} slow {أبطأ بكثير} answered_otherwise {يجيب بغير ذلك} lost {قُبل وضاع} split {صار الشخص شخصين} mixed {صار الشخصان واحدًا} wrote_undefined {كتب «undefined»} cut_id {قطع معرّف حساب} not_judged {لم يُحكم عليه} other {غير معروف}}',
  'readiness.why':
    '{outcome, select, held {يفعل الشيء نفسه برقم وبلا رقم.} refused {يُقبل خطاف الويب نفسه برقم ويُرفض بلا رقم. يُعاد إرساله أيامًا ثم يضيع.} no_answer {مع الرقم يجيب. وبلا رقم لا يعود شيء في الوقت.} slow {بلا رقم يستغرق أكثر من خمسة أضعاف الوقت.} answered_otherwise {يُقبل، لكن الجواب ليس هو نفسه مع الرقم.} lost {يجيب بأن كل شيء على ما يرام ولا يحفظ شيئًا. لا تأتي الرسالة مرة أخرى.} split {من كان معروفًا يصير شخصًا جديدًا حين يغيب الرقم أو يتغير الحساب. ويبقى سجله وراءه.} mixed {يتشارك شخصان سجلًا واحدًا. فيُجاب أحدهما على ما قاله الآخر.} wrote_undefined {كُتب الرقم الغائب على أنه الكلمة «undefined». وينتهي إليها كل من يخفي رقمه.} cut_id {ما بقي من معرّف الحساب يشبه رقمًا وقد يكون لشخص آخر.} not_judged {لا يُقبل مع الرقم أيضًا.} other {لا كلمات لهذا بعد.}}',
  'readiness.fix':
    '{outcome, select, held {لا شيء يلزم فعله.} refused {اقرأ معرّف الحساب حيث يغيب الرقم.} no_answer {ابحث في سجل تلك اللحظة عن شيء قُرئ وهو غير موجود.} slow {ابحث عن استعلام يمر على كل شيء لأن الرقم فارغ.} answered_otherwise {اقرأ الجوابين. لعل أحدهما يقول إن شيئًا لم يُفعل.} lost {ابحث عن سطر يتخطى ما ليس له رقم.} split {جِد الناس بمعرّف الحساب أولًا ثم بالرقم. واتبع تغيّر الحساب.} mixed {لا تجد الناس أبدًا بشيء قد يكون فارغًا أو ينتقل إلى غيرهم.} wrote_undefined {لا تحفظ شيئًا حيث لا شيء. جِد الناس بمعرّف الحساب.} cut_id {احفظ معرّفات الحسابات كاملة، نصًا.} not_judged {انظر لماذا لا يُقبل أصلًا.} other {انظر التقرير.}}',
  'readiness.shape':
    '{shape, select, text_hidden {نص باسم مستخدم وبلا رقم} text_both {نص باسم مستخدم وبرقم} text_parent {نص بمعرّفي حساب وبلا رقم} text_alias {نص برقم ليس لأحد} image {صورة واحدة} audio {رسالة صوتية} document {مستند واحد} sticker {ملصق واحد} location {مكان واحد} contacts {بطاقة شخص} button {زر قالب} button_reply {زر واحد} list_reply {اختيار من قائمة} order {طلب شراء} unsupported {رسالة من نوع مجهول} reaction {تفاعل واحد} edit {رسالة عُدّلت} revoke {رسالة سُحبت} status_sent {الحالة «أُرسلت»} status_delivered {الحالة «وصلت»} status_read {الحالة «قُرئت»} status_failed {الحالة «فشلت»} call_connect {مكالمة واحدة} call_terminate {نهاية مكالمة} preference_stop {لا للتسويق} preference_resume {نعم للتسويق} batch {رسالتان في خطاف ويب واحد} hides_later {شخص يخفي رقمه لاحقًا} shows_later {شخص يُظهر رقمه لاحقًا} account_changed {شخص يتغير حسابه} two_hidden {شخصان بلا رقم} username_passed_on {اسم مستخدم أخذه شخص آخر} other {شيء آخر}}',
  'readiness.filesRead':
    '{count, plural, zero {لم تُقرأ ملفات} one {قُرئ ملف واحد} two {قُرئ ملفان اثنان} few {قُرئت # ملفات} many {قُرئ # ملفًا} other {قُرئ # ملف}}',
  'readiness.moreFound':
    '{count, plural, zero {لا مواضع أخرى.} one {موضع آخر غير مدرج.} two {موضعان آخران غير مدرجين.} few {# مواضع أخرى غير مدرجة.} many {# موضعًا آخر غير مدرج.} other {# موضع آخر غير مدرج.}}',
  'readiness.readers': 'ما يخبر به Throughline',
  'readiness.readersIntro':
    'خطافات الويب والأنظمة خلف الترحيل، بحسب ما آل إليه ما أُخبرت به مؤخرًا. أما ما تصنعه بما قبلته فلا يُعرف هنا.',
  'readiness.readersNone': 'لا يُخبر أي نظام آخر بشيء بعد.',
  'readiness.reader': 'القارئ',
  'readiness.toldWith': 'عن أشخاص لهم رقم',
  'readiness.toldWithout': 'عن أشخاص بلا رقم',
  'readiness.told': 'قُبل {taken, number}، وتعثّر {troubled, number}',
  'readiness.verdictName': 'كيف حاله',
  'readiness.verdict':
    '{verdict, select, breaks {يتعطل بلا رقم} takes_both {يقبل الاثنين} needs_number {يحتاج إلى رقم} not_known {غير معروف بعد} other {غير معروف بعد}}',
  'readiness.titled': '{kind, select, code {{name}، في ملفاته} other {{name}، في بيئة التجربة}}',
};
