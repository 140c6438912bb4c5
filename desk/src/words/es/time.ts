import type { time as english } from '../en/time.ts';

export const time: Record<keyof typeof english, string> = {
  'time.now': 'ahora',
  'time.underASecond': 'menos de un segundo',
  'time.seconds': '{n, number} s',
  'time.minutes': '{n, number} min',
  'time.days': '{n, number} d',
  'time.hours': '{n, number} h',
  'time.hoursMinutes': '{h, number} h {m, number} min',
  'time.daysHours': '{d, number} d {h, number} h',
  'time.underAMinute': 'menos de un minuto',
  'time.minutesAgo': 'hace {n, number} min',
  'time.hoursAgo': 'hace {n, number} h',
  'time.dayAt': '{day} a las {time}',
  'time.today': 'hoy',
  'time.yesterday': 'ayer',
  'time.todayHeading': 'Hoy',
  'time.yesterdayHeading': 'Ayer',
};
