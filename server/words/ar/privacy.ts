import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'رمزك هو {code}. لقد سألتنا عن بياناتك الشخصية؛ اقرأ هذا الرمز لمن يساعدك. يسري لمدة 15 دقيقة. إذا لم تطلب ذلك فتجاهل هذه الرسالة.',
  'problem.erased': 'مُحيت بيانات هذا الشخص بناءً على رغبته. لم يبقَ منها شيء هنا.',
  'title.erased': 'مُحي',
};
