import type { waiting as english } from '../en/waiting.ts';

// Why messages wait: for an agent about one message, and for whoever runs the place about a number.
export const waiting: Record<keyof typeof english, string> = {
  'waiting.turn.message':
    'Sie wartet, bis sie an der Reihe ist: Von dieser Nummer wird mehr gesendet, als WhatsApp auf einmal annimmt.',
  'waiting.turn.number': 'Warten, bis sie an der Reihe sind. Es ist nichts zu tun.',
  'waiting.order.message': 'Sie wartet auf die Nachricht davor in dieser Unterhaltung.',
  'waiting.order.number': 'Warten auf die Nachricht davor in ihrer Unterhaltung. Es ist nichts zu tun.',
  'waiting.media.message': 'Sie wartet, bis ihre Datei bei WhatsApp ist.',
  'waiting.media.number':
    'Warten, bis ihre Datei bei WhatsApp ist. Dauert es an, die fehlgeschlagenen Dateien ansehen.',
  'waiting.rate.message': 'WhatsApp will weniger Nachrichten pro Sekunde. Es wird von selbst erneut versucht.',
  'waiting.rate.number':
    'WhatsApp will weniger Nachrichten pro Sekunde; das Tempo wurde gesenkt und steigt von selbst wieder.',
  'waiting.pair.message':
    'WhatsApp begrenzt, wie schnell an eine Person geschrieben wird. Sie geht, sobald es das zulässt.',
  'waiting.pair.number':
    'WhatsApp begrenzt, wie schnell an eine Person geschrieben wird. Kommt das oft vor, weniger und längere Nachrichten schreiben.',
  'waiting.messaging_limit.message':
    'Am letzten Tag wurden so viele Personen zuerst angeschrieben, wie WhatsApp diesem Unternehmen erlaubt. Sie geht, sobald es das zulässt.',
  'waiting.messaging_limit.number':
    'Am letzten Tag wurden so viele Personen zuerst angeschrieben, wie WhatsApp diesem Unternehmen erlaubt. Im Lauf des Tages geht es von selbst weiter; die Grenze steigt mit Qualität und Nutzung.',
  'waiting.maintenance.message': 'WhatsApp arbeitet an dieser Nummer. Es wird von selbst erneut versucht.',
  'waiting.maintenance.number':
    'WhatsApp arbeitet an dieser Nummer; das dauert etwa eine Minute. Es geht von selbst weiter.',
  'waiting.unreachable.message': 'WhatsApp ist nicht erreichbar. Es wird von selbst erneut versucht.',
  'waiting.unreachable.number':
    'WhatsApp ist nicht erreichbar. Das Netzwerk dieses Rechners und META_GRAPH_URL prüfen.',
  'waiting.retry.message': 'WhatsApp hatte selbst ein Problem. Es wird von selbst erneut versucht.',
  'waiting.retry.number': 'WhatsApp hatte selbst ein Problem. Die Nachrichten werden von selbst erneut versucht.',
  'waiting.tomorrow.message': 'WhatsApp verlangt einen Tag Abstand bis zum nächsten Versuch.',
  'waiting.tomorrow.number':
    'WhatsApp verlangt einen Tag Abstand bis zum nächsten Versuch. Denselben Personen weniger Werbung senden.',
  'waiting.undo.message': 'Sie wird einige Sekunden zurückgehalten, in denen sie sich zurücknehmen lässt.',
  'waiting.undo.number':
    'Einige Sekunden zurückgehalten, in denen ihre Verfasser sie zurücknehmen können. Es ist nichts zu tun.',
  'waiting.account.message':
    'Das Geschäftskonto oder sein Zugang braucht einen Administrator. Es wird hin und wieder erneut versucht.',
  'waiting.account.number':
    'WhatsApp verweigert dieses Konto oder seinen Zugang. Das Konto in den Business-Einstellungen und META_ACCESS_TOKEN prüfen; die Nachrichten werden hin und wieder erneut versucht.',
  'waiting.held_for_quality.message':
    'WhatsApp hält diese Vorlage zurück, während es prüft, wie sie ankommt. Sie geht von selbst hinaus oder schlägt fehl.',
};
