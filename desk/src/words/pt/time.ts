import type { time as english } from '../en/time.ts';

export const time: Record<keyof typeof english, string> = {
  'time.now': 'agora',
  'time.underASecond': 'menos de um segundo',
  'time.seconds': '{n, number} s',
  'time.minutes': '{n, number} min',
  'time.days': '{n, number} d',
  'time.hours': '{n, number} h',
  'time.hoursMinutes': '{h, number} h {m, number} min',
  'time.daysHours': '{d, number} d {h, number} h',
  'time.underAMinute': 'menos de um minuto',
  'time.minutesAgo': 'há {n, number} min',
  'time.hoursAgo': 'há {n, number} h',
  'time.dayAt': '{day}, {time}',
  'time.today': 'hoje',
  'time.yesterday': 'ontem',
  'time.todayHeading': 'Hoje',
  'time.yesterdayHeading': 'Ontem',
};
