export const time = {
  'time.now': 'now',
  'time.minutes': '{n, number} min',
  'time.hours': '{n, number} h',
  'time.hoursMinutes': '{h, number} h {m, number} min',
  'time.underAMinute': 'less than a minute',
  'time.minutesAgo': '{n, number} min ago',
  'time.hoursAgo': '{n, number} h ago',
  'time.today': 'today',
  'time.yesterday': 'yesterday',
  'time.todayHeading': 'Today',
  'time.yesterdayHeading': 'Yesterday',
} as const;
