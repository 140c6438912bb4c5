import type { time as english } from '../en/time.ts';

export const time: Record<keyof typeof english, string> = {
  'time.now': 'الآن',
  'time.underASecond': 'أقل من ثانية',
  'time.seconds': '{n, number} ث',
  'time.minutes': '{n, number} د',
  'time.days': '{n, number} ي',
  'time.hours': '{n, number} س',
  'time.hoursMinutes': '{h, number} س {m, number} د',
  'time.daysHours': '{d, number} ي {h, number} س',
  'time.underAMinute': 'أقل من دقيقة',
  'time.minutesAgo': 'قبل {n, number} د',
  'time.hoursAgo': 'قبل {n, number} س',
  'time.dayAt': '{day}، {time}',
  'time.today': 'اليوم',
  'time.yesterday': 'أمس',
  'time.todayHeading': 'اليوم',
  'time.yesterdayHeading': 'أمس',
};
