import type { archive as english } from '../en/archive.ts';

// What a copy of somebody's data says to them.
export const archive: Record<keyof typeof english, string> = {
  'archive.title': 'بياناتك',
  'archive.intro':
    'هذا كل ما يُحفظ عنك هنا حتى {on, date, day}. والمحتوى نفسه في data.json لتقرأه البرامج، ويصفه schema.json.',
  'archive.known': 'بماذا تُعرف',
  'archive.since': 'منذ {from, date, day}',
  'archive.between': 'من {from, date, day} إلى {until, date, day}',
  'archive.why': 'لماذا يُعدّ هذا أنت',
  'archive.recipients': 'من يتلقى رسائلك أيضًا',
  'archive.recipients.meta': 'WhatsApp (Meta) الذي ينقل كل رسالة ومكالمة.',
  'archive.recipients.staff': 'من يردّون عليك في هذه الشركة.',
  'archive.said': 'ما قيل مع {name}',
  'archive.you': 'أنت',
  'archive.us': 'نحن',
  'archive.call': 'مكالمة',
  'archive.files': 'الملفات',
  'archive.part': 'من {from, date, day} إلى {until, date, day}',
  'archive.start': 'إلى البداية',
  'archive.earlier': 'الأقدم',
  'archive.later': 'الأحدث',
  'archive.some_files': 'الملفات من {from, number} إلى {until, number}',
  'archive.rest': 'كل ما عدا ذلك، مع الأوقات والتفاصيل التقنية، في data.json.',
};
