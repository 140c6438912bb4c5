// Imports: lists of people from other systems.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'imports.title': 'الاستيراد',
  'imports.intro': 'أدخل أشخاصًا من قوائم أنظمة أخرى. ترى ما سيحدث قبل أن يحدث شيء.',
  'imports.choose': 'اختيار ملف CSV',
  'imports.uploading': 'تُقرأ القائمة',
  'imports.failed': 'لا يمكن عرض عمليات الاستيراد',
  'imports.none': 'لا قوائم بعد',
  'imports.noneDetail':
    'تسمّي القائمة الأشخاص بالرقم أو بمعرّف نظامك، مع الوسوم والحقول والرغبات. والقائمة نفسها مرة أخرى لا تغيّر شيئًا.',
  'imports.list': 'القائمة',
  'imports.stateName': 'الحالة',
  'imports.state':
    '{state, select, reading {قيد القراءة} mapping {تنتظر تسمية الأعمدة} checking {قيد الفحص} checked {جاهزة للتنفيذ} running {قيد التنفيذ} done {تمت} cancelled {أُوقفت} other {غير معروف}}',
  'imports.rows': '{count, plural, zero {لا صفوف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}',
  'imports.brought': 'أُحضرت',
  'imports.broughtBy': '{when}، {name}',
  'imports.outcomes': 'ما يؤول إليه كل صف',
  'imports.outcome':
    '{outcome, select, created {أشخاص جدد} updated {معروفون، مع جديد} unchanged {معروفون، لا جديد} skipped {متروكة} other {غير معروف}}',
  'imports.reason':
    '{reason, select, no_identifier {لا رقم ولا معرّف} invalid_phone {ليس رقمًا يعرفه واتساب} double {مثل سطر سابق} own_number {رقم من أرقامنا} erased {مُحي هنا: يعود حين يكتب} number_changed_hands {انتقل الرقم إلى غيره: لا أحد يعرف من تقصده القائمة} in_question {من هذا، سؤال مفتوح} conflict {الرقم والمعرّف لشخصين مختلفين} several {لدى أكثر من شخص} username_only {اسم مستخدم فقط، وأسماء المستخدمين تتنقل} not_found {لا أحد لديه هذا المعرّف} invalid_value {قيمة لا تناسب حقلها} unknown_tag {وسم غير موجود} other {متروك}}',
  'imports.back': 'كل عمليات الاستيراد',
  'imports.oneFailed': 'لا يمكن عرض هذا الاستيراد',
  'imports.columns': 'ما هي الأعمدة',
  'imports.columnsHint': 'خمّنّا من العناوين ومما فيها. صحّح ما هو خطأ.',
  'imports.leaveOut': 'ترك',
  'imports.target':
    '{kind, select, phone {رقم الهاتف} name {الاسم} username {اسم المستخدم} tags {الوسوم} opt_in {يريد التسويق} opt_out {لا يريد التسويق} other {غير معروف}}',
  'imports.field': 'الحقل: {name}',
  'imports.externalId': 'المعرّف في النظام الآخر، يُحفظ في: {name}',
  'imports.country': 'الأرقام بلا رمز بلد هي من',
  'imports.countryHint': 'تُترك إذا لم يُحدَّد بلد.',
  'imports.noCountry': 'لا بلد مطابق.',
  'imports.byUsername': 'إيجاد الأشخاص باسم المستخدم أيضًا',
  'imports.byUsernameHint': 'قد يكون اسم المستخدم لغيره الآن. لا يُكتب إلى أحد به أبدًا.',
  'imports.createTags': 'إنشاء الوسوم غير الموجودة',
  'imports.check': 'انظر ما سيحدث',
  'imports.change': 'تغيير الأعمدة',
  'imports.run': 'تنفيذ الاستيراد',
  'imports.runAsk': 'تنفيذ «{name}»؟',
  'imports.runExplained':
    '{created, plural, zero {لا يدخل أحد جديد} one {يدخل شخص جديد} two {يدخل شخصان جديدان} few {يدخل # أشخاص جدد} many {يدخل # شخصًا جديدًا} other {يدخل # شخص جديد}}، ويُدوَّن شيء عن {updated, plural, zero {لا أحد} one {معروف واحد} two {معروفَين} few {# معروفين} many {# معروفًا} other {# معروف}}. لا يُدمج أحد ولا يُكتب إلى أحد.',
  'imports.stop': 'إيقاف',
  'imports.stopped': 'أُوقف. ما نُفِّذ يبقى.',
  'imports.progress': '{done} من {total} صف',
  'imports.would': 'ما سيحدث',
  'imports.became': 'ما آل إليه',
  'imports.why': 'لماذا تُترك صفوف',
  'imports.line': 'السطر',
  'imports.says': 'ما يقوله',
  'imports.sameAs': 'السطر {line}',
  'imports.report': 'تنزيل كل الصفوف',
  'imports.show': 'عرض',
  'imports.all': 'كل الصفوف',
  'imports.noRows': 'لا صفوف كهذه',
  'imports.noRowsDetail': 'اختر نوعًا آخر لترى صفوفه.',
};
