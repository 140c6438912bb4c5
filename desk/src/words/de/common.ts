import type { common as english } from '../en/common.ts';

// What is said in more than one folder of screens.

export const common: Record<keyof typeof english, string> = {
  'common.tryAgain': 'Erneut versuchen',
  'common.cancel': 'Abbrechen',
  'common.close': 'Schließen',
  'common.delete': 'Löschen',
  'common.stop': 'Anhalten',
  'common.save': 'Speichern',
  'common.back': 'Zurück',
  'common.showMore': 'Mehr zeigen',
  'common.quoted': '„{words}“',
  'common.optional': 'Freiwillig.',
  'common.wentWrong': 'Etwas ist schiefgegangen.',
  'common.yes': 'Ja',
  'common.no': 'Nein',
};
