import type { command as english } from '../en/command.ts';

export const command: Record<keyof typeof english, string> = {
  'command.title': 'البحث والأوامر',
  'command.label': 'البحث في الأشخاص والرسائل والملاحظات، أو كتابة أمر',
  'command.hint': 'اسم أو رقم أو ‎@مستخدم أو كلمات أو أمر',
  'command.results': 'النتائج',
  'command.recent': 'الأخيرة',
  'command.people': 'الأشخاص',
  'command.conversations': 'المحادثات',
  'command.messages': 'الرسائل والملاحظات',
  'command.noteBy': 'ملاحظة من {author}',
  'command.deeds': 'الأوامر',
  'command.nothing': 'لا شيء يطابق «{text}».',
  'command.failed': 'لم يُجب البحث. الأوامر ما زالت تعمل.',
  'command.count':
    '{count, plural, zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}',
  'command.goInbox': 'الانتقال إلى صندوق الوارد',
  'command.goPeople': 'الانتقال إلى جهات الاتصال',
  'command.goReviews': 'الانتقال إلى «من هذا؟»',
  'command.goCampaigns': 'الانتقال إلى الحملات',
  'command.goTemplates': 'الانتقال إلى القوالب',
  'command.goSettings': 'الانتقال إلى الإعدادات',
  'command.light': 'المظهر الفاتح',
  'command.dark': 'المظهر الداكن',
  'command.systemTheme': 'مظهر النظام',
  'command.keys': 'عرض المفاتيح',
};
