import type { deeds as english } from '../en/deeds.ts';

// What can be done with the open conversation, as the command menu names it.

export const deeds: Record<keyof typeof english, string> = {
  'deed.reply': 'كتابة رد',
  'deed.note': 'كتابة ملاحظة',
  'deed.assignMe': 'إسنادها إليّ',
  'deed.assign': 'إسناد إلى…',
  'deed.assignTo': 'إسناد إلى {name}',
  'deed.assignNobody': 'إعادتها: ليست لدى أحد',
  'deed.team': 'نقل إلى فريق…',
  'deed.toTeam': 'نقل إلى فريق {name}',
  'deed.toNoTeam': 'إخراجها من فريقها',
  'deed.snooze': 'تأجيل حتى…',
  'deed.snoozeUntil': 'تأجيل: {when}',
  'deed.snoozePick': 'تأجيل: وقت آخر…',
  'deed.whenAt': '{when} · {at}',
  'deed.priority': 'تحديد الأولوية…',
  'deed.priorityTo': 'الأولوية: {priority}',
  'deed.tag': 'إضافة وسم…',
  'deed.addTag': 'إضافة الوسم {name}',
  'deed.untag': 'إزالة وسم…',
  'deed.removeTag': 'إزالة الوسم {name}',
  'deed.copyNumber': 'نسخ الرقم',
  'deed.copyUsername': 'نسخ اسم المستخدم',
  'deed.copied': 'نُسخ: {text}',
};
