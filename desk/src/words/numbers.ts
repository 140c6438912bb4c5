// Numbers as they are written where the agent lives.

import { locale } from './say.tsx';

/** "12,400": at most so many digits behind the point. */
export function numberText(value: number, digits = 0): string {
  return value.toLocaleString(locale(), { maximumFractionDigits: digits });
}

/** "7", "99+": in a badge, which has no room for more. */
export function badgeText(count: number, most = 99): string {
  return count > most ? `${numberText(most)}+` : numberText(count);
}

/** "87%" for 87: a share of a hundred. */
export function percentText(share: number, digits = 0): string {
  return (share / 100).toLocaleString(locale(), { style: 'percent', maximumFractionDigits: digits });
}
