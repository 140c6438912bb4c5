import type { command as english } from '../en/command.ts';

/** The command menu. */
export const command: Record<keyof typeof english, string> = {
  'command.title': 'Suche und Befehle',
  'command.label': 'Personen, Nachrichten und Notizen suchen oder einen Befehl eingeben',
  'command.hint': 'Name, Nummer, @Benutzer, Wörter oder ein Befehl',
  'command.results': 'Ergebnisse',
  'command.recent': 'Zuletzt',
  'command.people': 'Personen',
  'command.conversations': 'Unterhaltungen',
  'command.messages': 'Nachrichten und Notizen',
  'command.noteBy': 'Notiz von {author}',
  'command.deeds': 'Befehle',
  'command.nothing': 'Nichts passt zu „{text}“.',
  'command.failed': 'Die Suche hat nicht geantwortet. Befehle gehen weiterhin.',
  'command.count': '{count, plural, =0 {Keine Ergebnisse} one {Ein Ergebnis} other {# Ergebnisse}}',
  'command.goInbox': 'Zum Posteingang',
  'command.goPeople': 'Zu den Kontakten',
  'command.goReviews': 'Zu „Wer ist das?“',
  'command.goCampaigns': 'Zu den Kampagnen',
  'command.goTemplates': 'Zu den Vorlagen',
  'command.goSettings': 'Zu den Einstellungen',
  'command.light': 'Helles Design',
  'command.dark': 'Dunkles Design',
  'command.systemTheme': 'Design wie im System',
  'command.keys': 'Tasten zeigen',
};
