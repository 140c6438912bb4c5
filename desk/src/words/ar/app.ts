import type { app as english } from '../en/app.ts';

export const app: Record<keyof typeof english, string> = {
  'app.newVersion': 'إصدار جديد من المكتب جاهز. المسودات والردود غير المرسلة تبقى محفوظة.',
  'app.reload': 'إعادة التحميل',
  'app.partMissing': 'تعذّر تحميل جزء من المكتب. المسودات والردود غير المرسلة محفوظة.',
  'app.lost.title': 'تعذّر تحميل هذا الجزء من المكتب',
  'app.lost.detail': 'ربما ظهر إصدار جديد. أعد التحميل للمتابعة: المسودات والردود غير المرسلة محفوظة.',
  'app.offline.title': 'المكتب مفتوح، لكن الاتصال مقطوع',
  'app.offline.detail': 'تظهر المحادثات فور عودة الاتصال. المسودات والردود غير المرسلة محفوظة هنا.',
  'app.skip': 'الانتقال إلى المحتوى',
};
