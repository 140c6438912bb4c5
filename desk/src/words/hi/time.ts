import type { time as english } from '../en/time.ts';

export const time: Record<keyof typeof english, string> = {
  'time.now': 'अभी',
  'time.underASecond': 'एक सेकंड से कम',
  'time.seconds': '{n, number} से॰',
  'time.minutes': '{n, number} मि॰',
  'time.days': '{n, number} दिन',
  'time.hours': '{n, number} घं॰',
  'time.hoursMinutes': '{h, number} घं॰ {m, number} मि॰',
  'time.daysHours': '{d, number} दिन {h, number} घं॰',
  'time.underAMinute': 'एक मिनट से कम',
  'time.minutesAgo': '{n, number} मि॰ पहले',
  'time.hoursAgo': '{n, number} घं॰ पहले',
  'time.dayAt': '{day}, {time}',
  'time.today': 'आज',
  'time.yesterday': 'कल',
  'time.todayHeading': 'आज',
  'time.yesterdayHeading': 'कल',
};
