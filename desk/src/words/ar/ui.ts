import type { ui as english } from '../en/ui.ts';

export const ui: Record<keyof typeof english, string> = {
  'ui.more': 'المزيد',
  'ui.close': 'إغلاق',
  'ui.clear': 'مسح',
  'ui.notNow': 'ليس الآن',
  'ui.tryAgain': 'إعادة المحاولة',
  'ui.showMore': 'عرض المزيد',
  'ui.loading': 'جارٍ التحميل',
  'ui.settings': 'الإعدادات',
  'ui.settings.identity': 'الهوية',
  'ui.settings.policy': 'من هو من',
  'ui.settings.contactBook': 'Contact Book',
  'ui.settings.labels': 'الوسوم والحقول',
  'ui.settings.whatsapp': 'WhatsApp',
  'ui.settings.sending': 'الإرسال',
  'ui.typeToConfirm': 'للتأكيد، اكتب: {words}',
  'ui.earliest': 'أقرب موعد ممكن هو {when}.',
  'ui.latest': 'أبعد موعد ممكن هو {when}.',
  'ui.noPermission.title': 'دورك لا يشمل هذا',
  'ui.noPermission.detail': 'يمكن لمسؤول النظام تغيير دورك، أو الاطلاع بدلًا منك.',
};
