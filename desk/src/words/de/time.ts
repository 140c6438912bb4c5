import type { time as english } from '../en/time.ts';

export const time: Record<keyof typeof english, string> = {
  'time.now': 'jetzt',
  'time.underASecond': 'unter einer Sekunde',
  'time.seconds': '{n, number} s',
  'time.minutes': '{n, number} min',
  'time.days': '{n, number} T.',
  'time.hours': '{n, number} Std.',
  'time.hoursMinutes': '{h, number} Std. {m, number} min',
  'time.daysHours': '{d, number} T. {h, number} Std.',
  'time.underAMinute': 'weniger als eine Minute',
  'time.minutesAgo': 'vor {n, number} min',
  'time.hoursAgo': 'vor {n, number} Std.',
  'time.dayAt': '{day} um {time}',
  'time.today': 'heute',
  'time.yesterday': 'gestern',
  'time.todayHeading': 'Heute',
  'time.yesterdayHeading': 'Gestern',
};
