// Until when a conversation may be snoozed with one press, on the clock of whoever snoozes. Pure.

export interface Preset {
  id: 'hours' | 'tomorrow' | 'monday';
  at: Date;
}

const morning = 9;

export function presets(now: Date): Preset[] {
  const later = new Date(now);
  later.setHours(now.getHours() + 3);
  const monday = daysOn(now, (8 - now.getDay()) % 7 || 7);
  const tomorrow = daysOn(now, 1);
  return [
    { id: 'hours', at: later },
    { id: 'tomorrow', at: tomorrow },
    ...(monday.getTime() === tomorrow.getTime() ? [] : [{ id: 'monday' as const, at: monday }]),
  ];
}

function daysOn(now: Date, days: number): Date {
  const day = new Date(now);
  day.setDate(now.getDate() + days);
  day.setHours(morning, 0, 0, 0);
  return day;
}
