import type { fields as english } from '../en/fields.ts';

export const fields: Record<keyof typeof english, string> = {
  'field.action': 'يجب أن يكون {offered}',
  'field.all': '{problems}',
  'field.array.least':
    'يجب أن يحتوي على {count, plural, zero {لا عناصر} one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} على الأقل',
  'field.array.most':
    'يجب أن يحتوي على {count, plural, zero {لا عناصر} one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} على الأكثر',
  'field.business_number': 'يجب أن يكون phone_number_id لرقم موصول؛ انظر GET /api/v1/business-numbers',
  'field.bytes': 'يجب أن يكون بايتات الملف',
  'field.contact': 'يجب أن يكون معرّف جهة اتصال',
  'field.contact.same_portfolio': 'يجب أن يكون معرّف جهة اتصال من المحفظة نفسها',
  'field.conversation_or_number': 'حدد المحادثة، أو رقم الشركة في from',
  'field.cursor': 'المؤشر ليس منا. اتركه للبدء من الصفحة الأولى.',
  'field.datetime': 'يجب أن يكون وقتًا بتوقيت UTC، مثل 2026-11-22T17:04:22.000Z',
  'field.filename': 'يجب أن يكون ناتج encodeURIComponent من الاسم',
  'field.format': 'يجب أن يكون {format} صالحًا',
  'field.invalid': 'غير صالح',
  'field.json': 'يجب أن يكون JSON',
  'field.kind': 'ليس من الأنواع المقبولة هنا',
  'field.media': 'يجب أن يكون المعرّف الذي أجاب به POST /api/v1/media خلال يوم',
  'field.media_type': 'يجب أن يكون من النوع {wanted}؛ وهو {is}',
  'field.message': 'يجب أن يكون معرّف رسالة من سلسلة المحادثة هذه',
  'field.missing': 'ناقص؛ يجب أن يكون {expected}',
  'field.named': '{field}: {problem}',
  'field.number.least': 'يجب ألا يقل عن {count, number}',
  'field.number.most': 'يجب ألا يزيد على {count, number}',
  'field.own_number': 'يجب ألا يكون من أرقام شركتك',
  'field.phone': 'يجب أن يكون رقمًا مع رمز البلد، مثل ‎+15550002222',
  'field.phone_or_contact': 'يجب أن يكون phone أو contact',
  'field.portfolio': 'يجب أن يكون معرّف محفظة',
  'field.state': 'لا يمكن تغييره في هذه الحالة',
  'field.string.least':
    'يجب أن يحتوي على {count, plural, zero {لا أحرف} one {حرف واحد} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}} على الأقل',
  'field.string.most':
    'يجب أن يحتوي على {count, plural, zero {لا أحرف} one {حرف واحد} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}} على الأكثر',
  'field.template': 'يجب أن يكون اسم قالب؛ انظر GET /api/v1/templates',
  'field.type': 'يجب أن يكون {expected}',
  'field.uuid': 'يجب أن يكون معرّفًا منا، مثل 8101be5e-0e58-497b-a47d-20323fa83e66',
  'field.values': 'يجب أن يكون أحد هذه: {values}',
};
