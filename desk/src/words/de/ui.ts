import type { ui as english } from '../en/ui.ts';

export const ui: Record<keyof typeof english, string> = {
  'ui.more': 'Mehr',
  'ui.close': 'Schließen',
  'ui.clear': 'Leeren',
  'ui.notNow': 'Nicht jetzt',
  'ui.tryAgain': 'Erneut versuchen',
  'ui.showMore': 'Mehr zeigen',
  'ui.loading': 'Wird geladen',
  'ui.settings': 'Einstellungen',
  'ui.settings.identity': 'Identität',
  'ui.settings.policy': 'Wer ist wer',
  'ui.settings.contactBook': 'Contact Book',
  'ui.settings.labels': 'Schlagwörter und Felder',
  'ui.settings.whatsapp': 'WhatsApp',
  'ui.settings.sending': 'Senden',
  'ui.typeToConfirm': 'Zum Bestätigen eingeben: {words}',
  'ui.earliest': 'Frühestens am {when}.',
  'ui.latest': 'Spätestens am {when}.',
  'ui.noPermission.title': 'Ihre Rolle umfasst das nicht',
  'ui.noPermission.detail': 'Ein Administrator kann Ihre Rolle ändern oder für Sie nachsehen.',
};
