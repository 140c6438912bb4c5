import type { reviews as english } from '../en/reviews.ts';

export const reviews: Record<keyof typeof english, string> = {
  'review.recycled_number.title': 'هل {name} هو نفسه {other}، الذي كان له {number} من قبل؟',
  'review.recycled_number.detail':
    'جاء الرقم مع حساب WhatsApp آخر، ولم يقل WhatsApp إنهما شخص واحد. تُمنح الأرقام لأشخاص جدد، فأُبقيا منفصلين.',
  'review.recycled_number.happened': 'جاء {number} مع حساب WhatsApp آخر.',
  'review.unattested_number_change.title': 'يكتب {name} الآن من {number}. هل ما زال هو نفسه؟',
  'review.unattested_number_change.detail':
    'هو حساب WhatsApp نفسه على رقم آخر، ولم يعلن WhatsApp هذا التغيير. يحسن التحقق قبل مشاركة أي شيء خاص.',
  'review.unattested_number_change.happened': 'جاء حساب WhatsApp نفسه مع {number}.',
  'review.missing_rotation.title': 'هل كل ما تحت {name} شخص واحد؟',
  'review.missing_rotation.detail': 'سمّى WhatsApp حسابين لشخص واحد، ولم يقل قط إن أحدهما صار الآخر. عُدّا شخصًا واحدًا.',
  'review.missing_rotation.happened': 'سمّى WhatsApp حسابًا ثانيًا للشخص نفسه.',
  'review.conflicting_parent.title': 'هل {name} هو نفسه {other}؟',
  'review.conflicting_parent.detail': 'يسمّيهما WhatsApp الآن لشخص واحد، وكان يسمّيهما لشخصين. أُبقيا منفصلين.',
  'review.conflicting_parent.happened': 'سمّى WhatsApp الاثنين لشخص واحد.',
  'review.conflicting_shared_number.title': 'هل {name}، الذي شارك {number}، هو نفسه {other}؟',
  'review.conflicting_shared_number.detail':
    'يضمن WhatsApp أن الرقم له الآن. وكان لحساب WhatsApp آخر من قبل، فأُبقيا منفصلين.',
  'review.conflicting_shared_number.happened': 'شارك {name} {number} حين طُلب منه.',
  'review.claimed_number.title': 'هل {name} هو نفسه {other}، صاحب {number}؟',
  'review.claimed_number.detail': 'دوّن أحدهم هنا الرقم على أنه له. وهذا وحده لا يدمج أحدًا.',
  'review.claimed_number.happened': 'دُوّن {number} هنا رقمًا لـ {name}.',
  'review.too_many_parts.title': 'هل {name} هو نفسه {other}؟',
  'review.too_many_parts.detail':
    'كانا سيُعدّان شخصًا واحدًا، لكن يصير له حينها عدد غير معتاد من الحسابات أو الأرقام. أُبقيا منفصلين.',
  'review.too_many_parts.happened': 'ما أرسله WhatsApp كان سيدمج الاثنين.',
  /** Where a name or a number is not known. */
  'review.somebody_else': 'شخص آخر',
  'review.somebody': 'شخص ما',
  'review.a_number': 'رقم ما',
  'review.same.label': 'الشخص نفسه',
  'review.same.explains': 'يصيران جهة اتصال واحدة. تبقى محادثاتهما منفصلة، وتذهب الردود إلى كل منها كما من قبل.',
  'review.different.label': 'شخصان مختلفان',
  'review.different.explains': 'يبقيان منفصلين، ولا يدمجهما شيء حتى التراجع عن هذا.',
  'review.different.joined.explains':
    'يُفصل بينهما: ما ورد بمعرّفات كل منهما يذهب إلى محادثة خاصة به. ولا يدمجهما شيء مجددًا حتى التراجع عن هذا.',
  'review.right.label': 'هذا صحيح',
  'review.right.explains': 'لا يتغير شيء، ولا يُسأل أحد من جديد.',
  'review.led.account': 'ظهر حساب WhatsApp لـ {name} أول مرة.',
  'review.led.first': 'ظهر {phone} أول مرة مع {name}.',
  'review.led.last': 'كتب {name} آخر مرة من {phone}.',
};
