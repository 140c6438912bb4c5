import type { policy as english } from '../en/policy.ts';

export const policy: Record<keyof typeof english, string> = {
  'policy.adoptionLimitDays.title': 'كم يجوز أن يصمت الرقم',
  'policy.adoptionLimitDays.explains':
    'عندما يأتي رقم مع حساب WhatsApp أول مرة، يُعد ما سبق له للشخص نفسه إن لم يصمت أطول من هذه المدة. سنة افتراضيًا: من يكتب مرتين في السنة يبقى شخصًا واحدًا.',
  'policy.adoptionLimitDays.value':
    '{days, plural, zero {لا أيام} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}',
  'policy.adoptionLimitDays.overridden':
    '{days, plural, zero {لا أيام، ويتقدم عليه التشدد} one {يوم واحد، ويتقدم عليه التشدد} two {يومان، ويتقدم عليهما التشدد} few {# أيام، ويتقدم عليها التشدد} many {# يومًا، ويتقدم عليها التشدد} other {# يوم، ويتقدم عليها التشدد}}',
  'policy.strict.title': 'التشدد مع الأرقام الصامتة',
  'policy.strict.explains':
    'يسمح بـ 45 يومًا فقط، وبعدها يعدّ WhatsApp نفسه الرقم ممنوحًا لغير صاحبه. متوقف افتراضيًا: لأنه يُظهر كثيرًا من العملاء العائدين أشخاصًا جددًا. اختره حيث يكون الأسوأ أن يرى غريب محادثة.',
  'policy.strict.on': 'مفعّل: 45 يومًا',
  'policy.strict.off': 'متوقف',
  'policy.joinOnSharedNumber.title': 'الدمج برقم مشارَك',
  'policy.joinOnSharedNumber.explains':
    'عندما يجيب أحدهم عن طلب رقمه، ولم يكن الرقم قط إلا لحساب آخر واحد، يُدمج الاثنان دون سؤال. متوقف افتراضيًا: قد يكون الحساب السابق لشخص آخر، فيُسأل أحد الزملاء.',
  'policy.joinOnSharedNumber.on': 'مفعّل',
  'policy.joinOnSharedNumber.off': 'متوقف: يُسأل أحد الزملاء',
  'policy.acrossPortfolios.title': 'الشخص نفسه في محافظ أخرى',
  'policy.acrossPortfolios.explains':
    'هل يُعرض حساب WhatsApp نفسه في محفظة أخرى من مجموعتكم بجانب جهة الاتصال. لا يُدمج أحد عبر المحافظ أبدًا. منفصلان افتراضيًا: لا حاجة لفرق علامات مختلفة أن يرى كل منها عملاء غيره.',
  'policy.acrossPortfolios.related': 'يُعرضان مرتبطين',
  'policy.acrossPortfolios.apart': 'منفصلان',
  'policy.readReceipts.title': 'العلامات الزرقاء للعملاء',
  'policy.readReceipts.explains':
    'عندما يفتح أحد هنا محادثة، يرى العميل علامات رسائله تصير زرقاء، والنقاط أثناء كتابة الرد. مفعّلة افتراضيًا، كما يُتوقع من WhatsApp. لا يعرض WhatsApp النقاط من دون العلامات، فتتوقفان معًا.',
  'policy.readReceipts.on': 'تُعرض',
  'policy.readReceipts.off': 'لا تُعرض',
  'policy.joinLimits.title': 'كم يجوز أن يجتمع في شخص واحد',
  'policy.joinLimits.explains':
    'فوق هذا العدد من الحسابات أو الأرقام لا يُدمج شيء دون سؤال: نادرًا ما تكون هذه الكثرة لشخص واحد. لا يمكن تغييره.',
  'policy.joinLimits.value':
    '{accounts, plural, zero {لا حسابات} one {حساب واحد} two {حسابان} few {# حسابات} many {# حسابًا} other {# حساب}}، {numbers, plural, zero {لا أرقام} one {رقم واحد} two {رقمان} few {# أرقام} many {# رقمًا} other {# رقم}}',
};
