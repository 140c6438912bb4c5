import type { api as english } from '../en/api.ts';

export const api: Record<keyof typeof english, string> = {
  'api.answered': 'أجاب الخادم {status}.',
  'api.behind': 'تنتظر ما قبلها.',
  'api.unreachable': 'لا يمكن الوصول إلى Throughline الآن. تحقق من الاتصال وحاول مرة أخرى.',
  'api.tooManyTries': 'محاولات كثيرة. انتظر دقيقة ثم حاول مرة أخرى.',
  'api.cannotCheck': 'لم يتمكن Throughline من التحقق من هذا الآن. حاول مرة أخرى بعد لحظات.',
  'api.wentWrong': 'حدث خطأ ما. حاول مرة أخرى.',
};
