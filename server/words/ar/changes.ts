import type { changes as english } from '../en/changes.ts';

export const changes: Record<keyof typeof english, string> = {
  /** A name, with what tells this person from others of that name. */
  'person.in_full': '{name} ({identifier})',
  'change.other_portfolio': 'هما عميلان لمحفظتي أعمال مختلفتين، ولا يُنقل شيء من إحداهما إلى الأخرى أبدًا.',
  'change.same_contact': 'هما جهة اتصال واحدة أصلًا.',
  'change.never_merge': 'قال {by} في {at, date, day} إنهما ليسا الشخص نفسه أبدًا. يلزم التراجع عن ذلك أولًا.',
  'change.already_apart': 'قال {by} ذلك في {at, date, day}.',
  'change.account_unknown': 'لا حساب كهذا لجهة الاتصال هذه.',
  'change.alone': 'الحساب وحيد في جهة اتصاله: لا أحد يُفصل عنه.',
  'change.step_unknown': 'لم تدمج الآلة أحدًا في هذه الخطوة.',
  'change.word_unknown': 'لم يُقل شيء من هذا عن جهة الاتصال هذه.',
  'change.taken_back': 'جرى التراجع عنه من قبل.',
  'change.no_effect': 'لن يغيّر ذلك شيئًا: يعارضه قول سابق.',
  'change.move.never': 'لا يُجمع بينهما مجددًا، بقول WhatsApp ولا خطأً، حتى التراجع عن هذا.',
  'change.move.nothing': 'يبقى من هو من كما هو.',
  'change.move.together': 'يصيرون جهة اتصال واحدة: {people}.',
  'change.move.threads':
    '{count, plural, zero {لا محادثات لهم} one {تبقى محادثتهم الواحدة} two {تبقى محادثتاهم منفصلتين} few {تبقى محادثاتهم (#) منفصلة} many {تبقى محادثاتهم (#) منفصلة} other {تبقى محادثاتهم (#) منفصلة}}: كل رسالة تبقى مكانها، وتذهب الردود إلى كل منها كما من قبل.',
  'change.move.links': 'تستمر جهة الاتصال باسم {name}، وهو الأسبق ظهورًا. وروابط {others} تؤدي إليها من الآن.',
  'change.move.marketing': 'يتوقف التسويق لها كلها: أوقفه {people}.',
  'change.move.apart':
    '{count, plural, zero {لا جهات اتصال: {people}} one {جهة اتصال واحدة: {people}} two {جهتا اتصال: {people}} few {# جهات اتصال: {people}} many {# جهة اتصال: {people}} other {# جهة اتصال: {people}}}.',
  'change.move.split': 'ما ورد بمعرّفات أحدهما يبقى معه، وما ورد بمعرّفات الآخر يذهب إلى محادثة خاصة به.',
  'change.move.stays': 'كل محادثة تبقى مع الحساب الذي تخصه.',
  'change.move.marketing_free': 'التسويق: لم يعد الإيقاف يسري على {people}، إذ لم يصدر منهم.',
  'change.warning.both_in_use': 'كلاهما مستخدم. تستمر الردود إلى كل منهما على حدة.',
  'change.warning.different_numbers': 'يستخدمان رقمين مختلفين: {numbers}.',
  'change.warning.many_accounts':
    'يجعل ذلك شخصًا واحدًا من {count, plural, zero {لا حسابات} one {حساب واحد} two {حسابين} few {# حسابات} many {# حسابًا} other {# حساب}}. أكثر من {most, number} غير معتاد.',
  'change.warning.marketing_stopped': 'أوقف التسويق: {people}. ومعًا يتوقف لكليهما.',
};
