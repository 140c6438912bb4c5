import type { campaigns as english } from '../en/campaigns.ts';

export const campaigns: Record<keyof typeof english, string> = {
  'reach.not_a_number': 'هذا ليس رقم هاتف.',
  'reach.duplicate_row': 'الرقم نفسه في صف سابق.',
  'reach.duplicate_person': 'صف سابق للشخص نفسه برقم آخر.',
  'reach.username_not_addressable': 'يوصل WhatsApp إلى الأرقام، لا إلى اسم مستخدم أبدًا.',
  'reach.bsuid_needs_relationship': 'لا يُعرف من هذا الشخص إلا حساب WhatsApp، والحملات تذهب إلى الأرقام.',
  'reach.number_moved': 'لم يعد هذا الرقم لذلك الشخص.',
  'reach.own_number': 'هذا الرقم للشركة نفسها.',
  'reach.opted_out': 'لا يريد هذا الشخص رسائل تسويقية.',
  'reach.do_not_contact': 'لا يُكتب إلى هذا الشخص ما لم يكتب أولًا.',
  'reach.blocked': 'هذا الشخص محظور على رقم الشركة.',
  'reach.value_missing': 'شيء يحتاج إليه القالب ناقص في هذا الصف.',
  'reach.needs_phone': 'لا يصل هذا القالب إلا إلى أرقام الهاتف، ولا رقم معروفًا لهذا الشخص.',
  'reach.bsuid_needs_relationship.policy': 'لا يُعرف من هذا الشخص إلا حساب WhatsApp، والحملات هنا تذهب إلى الأرقام فقط.',
  'reach.erased': 'حُذف صاحب هذا الرقم بناءً على طلبه. ولا يُراسَل من جديد إلا بعد أن يكتب هو بنفسه.',
  'reach.bsuid_needs_relationship.stranger':
    'لا يُعرف من هذا الشخص إلا حساب WhatsApp، ولا محادثة له مع رقم الشركة هذا بعد.',
  'reach.bsuid_needs_relationship.id':
    'هذا معرّف حساب WhatsApp، لا رقم هاتف. الحملة تذهب إلى الأرقام؛ وللكتابة إلى حساب يُرد في محادثته.',
  'reach.username_not_addressable.looks':
    'يبدو هذا اسم مستخدم. يوصل WhatsApp إلى الأرقام، لا إلى اسم مستخدم، فقد ينتقل إلى غير صاحبه.',
  'reach.number_moved.left': 'لم يعد الرقم لمن كان له، منذ {since, date, day}. ولا يُعرف لمن هو الآن.',
  'reach.number_moved.taken': 'الرقم لحساب WhatsApp آخر منذ {since, date, day}. لا يُرسل إلى أحدهما ما قُصد به الآخر.',
  'reach.number_moved.doubted': 'وصلت رسالة إلى هذا الرقم إلى حساب WhatsApp غير المعروف به.',
  'reach.not_a_number.alias':
    'هذا رقم بديل أُعطي لنظام مرتبط مكان رقم. لا تستطيع أي شبكة طلبه، ولا يكتب إليه إلا ذلك النظام.',
  'reach.not_a_number.empty': 'الخلية فارغة.',
  'reach.not_a_number.shortened':
    'اختصر جدول البيانات هذا الرقم وضاعت خاناته الأخيرة. نسّق العمود كنص، واملأه من جديد، ثم صدّره مرة أخرى.',
  'reach.not_a_number.letters': 'فيه حروف، فليس رقم هاتف.',
  'reach.not_a_number.no_country':
    'بلا رمز بلد. اكتبه هكذا: ‎+44 7911 123456، أو اختر البلد الذي تنتمي إليه هذه الأرقام.',
  'reach.not_a_number.extension': 'فيه رقم تحويلة؛ لا يعرف WhatsApp إلا الأرقام.',
  'reach.not_a_number.digits': 'لا رقم في ذلك البلد بهذا العدد من الخانات.',
  'reach.not_a_number.several': 'ليس رقم هاتف واحدًا، أو رمز بلده غير موجود.',
  'reach.gone': 'لم يعد هذا الشخص بين جهات الاتصال.',
  'reach.duplicate_of': '{why} يُرسل إلى السطر {line, number} بدلًا منه.',
  'campaign.row.unknown': 'ضاع رد WhatsApp، فلا يُعلم إن كانت أُرسلت. لا يُعاد إرسالها تلقائيًا.',
  'campaign.rows.unknown': 'ضاع رد WhatsApp، فلا يُعلم إن كانت هذه الرسائل أُرسلت. لا يُعاد إرسالها تلقائيًا.',
  'campaign.needs.template': 'اختر قالبًا.',
  'campaign.needs.other_template': 'لا قالب كهذا لرقم الشركة هذا.',
  'campaign.needs.audience': 'ارفع ملفًا، أو اختر جهات اتصال.',
  'campaign.needs.file': 'ارفع ملفًا.',
  'campaign.needs.phone_column': 'حدد عمود رقم الهاتف.',
  'campaign.needs.value': 'حدد ما يوضع في: {label}.',
  'campaign.needs.phones': 'لا يصل هذا القالب إلا إلى أرقام الهاتف.',
  'campaign.none_reachable': 'لا يمكن الوصول إلى أي من صفوفها.',
  'campaign.not_connected': 'رقم الشركة الذي تُرسل منه لم يعد موصولًا.',
  'campaign.no_template': 'لم يُختر قالب.',
  'campaign.template': 'القالب {name}: {why}',
  'campaign.template_gone': 'لا قالب {name} ({language}) لرقم الشركة هذا.',
  'campaign.waits.pace': 'تلتزم بالسرعة المختارة لها: {pace, number} في الدقيقة.',
  'campaign.waits.rate':
    'يقبل WhatsApp من هذا الرقم {rate, plural, zero {لا رسائل في الثانية} one {رسالة واحدة في الثانية} two {رسالتين في الثانية} few {# رسائل في الثانية} many {# رسالة في الثانية} other {# رسالة في الثانية}} على الأكثر؛ {queued, plural, zero {لا رسائل تنتظر دورها} one {رسالة واحدة تنتظر دورها} two {رسالتان تنتظران دورهما} few {# رسائل تنتظر دورها} many {# رسالة تنتظر دورها} other {# رسالة تنتظر دورها}}.',
};
