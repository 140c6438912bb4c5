import type { asking as english } from '../en/asking.ts';

export const asking: Record<keyof typeof english, string> = {
  'asking.shared_before':
    'شارك العميل رقمه. وكان الرقم لشخص آخر هنا من قبل، فهناك سؤال إن كان الاثنان شخصًا واحدًا؛ يحسمه مشرف.',
  'asking.not_theirs': 'شارك العميل رقمه حين سُئل، لكنه لم يعد له. لا يُسأل أحد مرتين خلال 30 يومًا.',
  'asking.message': 'يرى العميل زرًا يشارك الرقم. وله أن يضغطه أو يتركه.',
  'asking.template': 'مضت أكثر من 24 ساعة، فيُرسل السؤال قالبًا فيه زر يشارك الرقم.',
  'asking.number_known': 'الرقم معروف.',
  'asking.blocked': 'هذا الشخص محظور على هذا الرقم.',
  'asking.address_lost': 'لا طريق معروفًا إلى هذا الشخص. انتظر حتى يكتب.',
  'asking.pending': 'سُئل ولم يجب بعد. لا يخبر WhatsApp بالرفض.',
  'asking.no_answer': 'سُئل ولم يجب. لا يُسأل أحد مرتين خلال 30 يومًا.',
  'asking.asked_recently': 'سُئل قبل وقت قصير. لا يُسأل أحد مرتين خلال 30 يومًا.',
  'asking.no_template':
    'مضت أكثر من 24 ساعة، ولا قالب موافقًا عليه فيه زر يشارك الرقم. يمكن لمسؤول النظام إنشاء واحد في WhatsApp Manager.',
  'asking.refused': '{why} لم يُرسل شيء.',
  'asking.refused.again': '{why} يمكن السؤال من جديد في {again, date, day}. لم يُرسل شيء.',
};
