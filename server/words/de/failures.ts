import type { failures as english } from '../en/failures.ts';

// Why WhatsApp refused something, and what to do: the words of the error table (whatsapp/error-table.ts), a test sees to that.
export const failures: Record<keyof typeof english, string> = {
  'failure.access':
    'Unsere Verbindung zu WhatsApp darf das nicht. Ein Administrator kann das Zugriffstoken und seine Rechte prüfen.',
  'failure.passing':
    'WhatsApp hatte selbst ein Problem. Die Nachricht ist in Ordnung; es wird von selbst erneut versucht.',
  'failure.too_many': 'Zu viele Anfragen an WhatsApp in kurzer Zeit. Es wird von selbst erneut versucht, langsamer.',
  'failure.blocks_busy': 'WhatsApp war mit der Liste der Blockierten beschäftigt. Es wird von selbst erneut versucht.',
  'failure.template':
    'WhatsApp hat die Vorlage nicht angenommen. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.call': 'WhatsApp hat den Anruf abgelehnt. Stattdessen schreiben.',
  'failure.block':
    'WhatsApp konnte diese Person nicht blockieren oder freigeben. Das geht nur binnen 24 Stunden nach ihrer letzten Nachricht.',
  'failure.unknown':
    'WhatsApp hat mit einem uns unbekannten Fehler abgelehnt. Ein Administrator kann den Fehlercode nachschlagen.',
  'failure.100': 'WhatsApp hat die Anfrage nicht verstanden. Ein Administrator sollte diesen Fehler melden.',
  'failure.190': 'Unser Zugang zu WhatsApp ist abgelaufen. Ein Administrator muss das Zugriffstoken erneuern.',
  'failure.368':
    'WhatsApp hat das Geschäftskonto wegen seiner Richtlinien gesperrt. Ein Administrator sollte das Konto ansehen.',
  'failure.130403': 'Das Unternehmen hat diese Person blockiert. Zum Schreiben erst freigeben.',
  'failure.130429': 'Es gehen mehr Nachrichten hinaus, als WhatsApp zulässt. Es wird von selbst erneut versucht.',
  'failure.130472':
    'WhatsApp hält bei dieser Person im Rahmen eines Experiments Werbung zurück. Warten, bis sie zuerst schreibt.',
  'failure.130497': 'Das Unternehmen darf Personen in diesem Land nicht schreiben. Von hier ist nichts zu machen.',
  'failure.131008': 'Der Anfrage an WhatsApp fehlte etwas Nötiges. Ein Administrator sollte diesen Fehler melden.',
  'failure.131009':
    'WhatsApp hat einen Wert nicht angenommen, meist eine veraltete Kennung der Person. Sie wird nachgeschlagen und noch einmal versucht.',
  'failure.131021': 'Die Nachricht war an die Geschäftsnummer selbst gerichtet. Anderen Empfänger wählen.',
  'failure.131026':
    'WhatsApp konnte nicht zustellen. Vielleicht ist die Nummer nicht bei WhatsApp oder die App zu alt. Die Person anders erreichen.',
  'failure.131030':
    'Eine Testnummer kann nur Personen auf ihrer Liste schreiben. Ein Administrator kann die Person hinzufügen oder eine echte Nummer einsetzen.',
  'failure.131031': 'WhatsApp hat das Geschäftskonto gesperrt. Ein Administrator sollte das Konto ansehen.',
  'failure.131042':
    'Mit der Zahlungsart des Unternehmens gibt es ein Problem. Ein Administrator muss es mit Meta klären.',
  'failure.131047':
    'Seit der letzten Nachricht der Person sind mehr als 24 Stunden vergangen. Stattdessen eine Vorlage senden.',
  'failure.131048':
    'WhatsApp beschränkt diese Nummer, weil ihre Nachrichten gemeldet wurden. Warten, und nur denen schreiben, die es erwarten.',
  'failure.131049':
    'WhatsApp begrenzt, wie viel Werbung eine Person bekommt. Vor einem neuen Versuch mindestens einen Tag warten.',
  'failure.131050': 'Die Person hat Werbung abbestellt. Keine mehr senden, bis sie wieder darum bittet.',
  'failure.131051': 'WhatsApp unterstützt diese Art von Nachricht nicht. In anderer Form senden.',
  'failure.131052': 'Der Anhang der Person ließ sich nicht herunterladen. Sie bitten, ihn noch einmal zu senden.',
  'failure.131053': 'Der Anhang ließ sich nicht hochladen. Art und Größe prüfen und neu anhängen.',
  'failure.131055': 'Diese Vorlage hat für Werbung die falsche Kategorie. Eine Werbevorlage wählen.',
  'failure.131056':
    'Zu viele Nachrichten gingen in kurzer Zeit an diese Person. Es wird von selbst erneut versucht, langsamer.',
  'failure.131057': 'Die Geschäftsnummer wird bei WhatsApp gerade gewartet. Es wird von selbst erneut versucht.',
  'failure.131060':
    'WhatsApp konnte diese Nachricht Unternehmen nicht zugänglich machen. Die Person bitten, sie in anderer Form zu senden.',
  'failure.131062':
    'Diese Art von Nachricht geht nur an eine Telefonnummer, und die Person hat ihre verborgen. Sie bitten, sie zu teilen.',
  'failure.131063':
    'Werbevorlagen sind für dieses Konto auf diesem Kanal ausgeschaltet. Ein Administrator kann den Werbeversand einrichten.',
  'failure.131064':
    'WhatsApp beschränkt dieses Konto, weil Vorlagen unter falscher Kategorie gesendet wurden. Warten; ein Administrator sollte die Kategorien prüfen.',
  'failure.132000':
    'Die Zahl der Werte passt nicht zur Vorlage. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132001':
    'Die Vorlage gibt es in dieser Sprache nicht, oder sie ist noch nicht genehmigt. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132005':
    'Mit den eingesetzten Werten ist der Text zu lang. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132007':
    'Der Inhalt der Vorlage verstößt gegen die Richtlinien von WhatsApp. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132012':
    'Ein Wert hat für die Vorlage die falsche Form. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132015':
    'WhatsApp hat die Vorlage wegen geringer Qualität pausiert. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132016':
    'WhatsApp hat die Vorlage endgültig deaktiviert. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132018':
    'Die Werte für die Vorlage sind ungültig. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132068':
    'Das Formular hinter der Vorlage ist gesperrt. Andere Vorlage wählen, oder ein Administrator korrigiert diese.',
  'failure.132069':
    'Das Formular hinter der Vorlage wurde in der letzten Stunde zu oft gesendet. Es wird von selbst erneut versucht, langsamer.',
  'failure.133010': 'Die Geschäftsnummer ist bei WhatsApp nicht registriert. Ein Administrator muss sie registrieren.',
  'failure.134100': 'So lassen sich nur Werbevorlagen senden. Eine Werbevorlage wählen.',
  'failure.134101': 'Die Vorlage wird noch für den Werbeversand vorbereitet. Es wird von selbst erneut versucht.',
  'failure.134102': 'Der Werbeversand ist bei WhatsApp gerade nicht verfügbar. Es wird von selbst erneut versucht.',
  'failure.137000':
    'Der Sicherheitscode der Person hat sich seit der letzten Prüfung geändert. Vor dem nächsten Schreiben sichergehen, wer sie ist.',
  'failure.138006': 'Die Person hat Anrufe des Unternehmens nicht erlaubt. Zuerst um Erlaubnis bitten.',
  'failure.138009': 'Um Anruferlaubnis wurde zu oft gebeten. Mindestens einen Tag warten, bevor Sie wieder fragen.',
  'failure.138012': 'Die Tagesgrenze für Anrufe bei dieser Person ist erreicht. Morgen wieder anrufen oder schreiben.',
  'failure.139100':
    'WhatsApp konnte diese Person nicht blockieren oder freigeben. Es blockiert nur Personen, die in den letzten 24 Stunden geschrieben haben.',
  'failure.139101':
    'Diese Nummer hat 64.000 Personen blockiert, mehr lässt WhatsApp nicht zu. Zuerst jemand anderen freigeben.',
  'failure.none': 'Fehlgeschlagen.',
};
