import type { find as english } from '../en/find.ts';

/** Searching in one conversation. */
export const find: Record<keyof typeof english, string> = {
  'find.title': 'In dieser Unterhaltung suchen',
  'find.label': 'In dieser Unterhaltung suchen',
  'find.hint': 'Wörter in dieser Unterhaltung',
  'find.none': 'Nichts gefunden',
  'find.count': '{at, number} von {count, number}',
  'find.failed': 'Die Suche hat nicht geantwortet',
  'find.older': 'Früherer Treffer',
  'find.newer': 'Späterer Treffer',
  'find.day': 'Zu einem Tag',
  'find.close': 'Suche schließen',
  'find.jumpFailed': 'Diese Stelle konnte nicht geladen werden.',
};
