import type { lines as english } from '../en/lines.ts';

// One line for a message, a call or a choice, in lists and quotes.
export const lines: Record<keyof typeof english, string> = {
  'line.deleted': 'Diese Nachricht wurde gelöscht.',
  'line.empty': 'Leere Nachricht',
  'line.image': 'Foto',
  'line.image.said': 'Foto: {text}',
  'line.video': 'Video',
  'line.video.said': 'Video: {text}',
  'line.voice': 'Sprachnachricht',
  'line.audio': 'Ton',
  'line.document': 'Dokument',
  'line.document.said': 'Dokument: {text}',
  'line.sticker': 'Sticker',
  'line.location': 'Standort',
  'line.location.said': 'Standort: {text}',
  'line.cards': 'Hat einen Kontakt geteilt',
  'line.cards.named':
    '{count, plural, =1 {Hat einen Kontakt geteilt: {names}} one {Hat # Kontakt geteilt: {names}} other {Hat # Kontakte geteilt: {names}}}',
  'line.reaction': 'Hat mit {emoji} reagiert',
  'line.reaction.gone': 'Hat eine Reaktion zurückgenommen',
  'line.chose': 'Gewählt: {text}',
  'line.form': 'Formular beantwortet',
  'line.order': '{count, plural, one {Bestellung mit # Artikel} other {Bestellung mit # Artikeln}}',
  'line.order.said':
    '{count, plural, one {Bestellung mit # Artikel: {text}} other {Bestellung mit # Artikeln: {text}}}',
  'line.edit': 'Hat eine Nachricht bearbeitet',
  'line.edit.said': 'Hat eine Nachricht bearbeitet: {text}',
  'line.revoke': 'Hat eine Nachricht gelöscht',
  'line.template': 'Vorlage: {text}',
  'line.withheld':
    'Eine Nachricht, die WhatsApp nicht weitergeben konnte. Die Person bitten, sie noch einmal zu senden.',
  'line.unsupported':
    'Eine Art von Nachricht, die WhatsApp nicht an Unternehmen weitergibt. Die Person bitten, sie anders zu senden.',
  'line.unsupported.named':
    'Eine Nachricht der Art „{kind}“, die WhatsApp nicht an Unternehmen weitergibt. Die Person bitten, sie anders zu senden.',
  'line.unknown': 'Nachricht noch unbekannter Art: {kind}',
  'line.unknown.unnamed': 'Nachricht noch unbekannter Art: ohne Namen',
  'line.call': 'Anruf',
  'line.call.ended': 'Anruf · {length}',
  'line.call.ringing.in': 'Eingehender Anruf',
  'line.call.ringing.out': 'Ruft an',
  'line.call.in_progress': 'Laufender Anruf',
  'line.call.missed.in': 'Verpasster Anruf',
  'line.call.missed.out': 'Anruf nicht angenommen',
  'line.call.rejected': 'Anruf abgelehnt',
  'line.call.failed': 'Anruf fehlgeschlagen',
};
