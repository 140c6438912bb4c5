import type { refusals as english } from '../en/refusals.ts';

export const refusals: Readonly<Record<keyof typeof english, string>> = {
  'csv.too_many_rows': 'Die Datei hat mehr als {rows, number} Zeilen. Teilen Sie sie in mehrere Kampagnen auf.',
  'csv.no_rows': 'Die Datei hat keine Zeilen unter der Überschrift.',
  'csv.no_body': 'Senden Sie die Datei als Inhalt der Anfrage, mit Content-Type: text/csv.',
  'csv.mixed': 'Einige Buchstaben sind nicht lesbar: Die Datei mischt zwei Kodierungen. Exportieren Sie sie als UTF-8.',
  'csv.too_large': 'Die Datei ist größer als {size}. Teilen Sie sie in mehrere Kampagnen auf.',
  'csv.quotes':
    'In oder nach Zeile {line, number} wird ein Anführungszeichen (") geöffnet und nie geschlossen, sodass sich die Zeilen nicht trennen lassen. Berichtigen Sie diese Zeile, oder exportieren Sie die Datei noch einmal.',
  'csv.unreadable':
    'Zeile {line, number} ist nicht lesbar. Berichtigen Sie sie, oder exportieren Sie die Datei noch einmal.',
  'csv.cells_missing':
    'Hat {cells, plural, one {# Zelle} other {# Zellen}}, die Überschrift hat {columns, number}. Fehlende gelten als leer.',
  'csv.cells_beyond':
    'Hat {cells, plural, one {# Zelle} other {# Zellen}}, die Überschrift hat {columns, number}. Überzählige werden weggelassen.',
  'csv.nul': 'Spalte {column, number} enthält ein NUL-Zeichen, das weggelassen wurde.',
  'csv.long':
    'Spalte {column, number} hat {letters, number} Buchstaben; nur die ersten {most, number} werden behalten.',
  'template.too_long.header':
    'Die Kopfzeile hätte {characters, number} Zeichen; WhatsApp erlaubt {most, number}. Kürzen Sie, was eingesetzt wird.',
  'template.too_long.text':
    'Der Text hätte {characters, number} Zeichen; WhatsApp erlaubt {most, number}. Kürzen Sie, was eingesetzt wird.',
  'template.too_long.link':
    'Der Link hätte {characters, number} Zeichen; WhatsApp erlaubt {most, number}. Kürzen Sie, was eingesetzt wird.',
  'template.too_long.card':
    'Der Text von Karte {card, number} hätte {characters, number} Zeichen; WhatsApp erlaubt {most, number}. Kürzen Sie, was eingesetzt wird.',
  'problem.not_yours': 'Nur {author} hat diese Notiz geschrieben und darf sie ändern.',
  'problem.nobody_called_so': 'Eine Notiz kann nur Teams erwähnen und Personen, die sie lesen dürfen.',
  'field.colleagues': 'muss aus GET /api/v1/colleagues sein',
  'problem.shortcut_taken': 'Es gibt hier schon eine Antwort mit dem Kürzel /{shortcut}.',
  'field.other_shortcut': 'muss sich von denen im selben Fach unterscheiden',
  'problem.shared_reply':
    'Antworten für alle und für Teams pflegen die Vorgesetzten. Sie können eine für sich selbst anlegen.',
  'problem.email_taken': 'Jemand hier hat diese E-Mail-Adresse schon.',
  'problem.person_suspended': 'Diese Person ist gesperrt. Geben Sie den Zugang zuerst wieder frei.',
  'problem.last_admin':
    'Das ist die letzte Person mit Verwaltungsrechten, die sich anmelden kann. Geben Sie diese Rechte zuerst jemand anderem.',
  'problem.only_way_in': 'Dieser Passkey ist Ihr einziger Weg, sich anzumelden. Nichts wurde entfernt.',
  'problem.no_such_assignee': 'Niemand, der hier Kunden antwortet, hat diese id. Siehe GET /api/v1/agents.',
  'problem.no_such_team': 'Es gibt kein Team mit dieser id. Siehe GET /api/v1/teams.',
  'problem.snooze_out_of_range': 'Wählen Sie einen Zeitpunkt, der noch kommt, innerhalb eines Jahres.',
  'problem.already_over': 'Dieser Zeitpunkt ist schon vorbei.',
  'field.ahead': 'muss in der Zukunft liegen',
  'problem.key_portfolios': 'Ein Schlüssel erreicht die Portfolios, die Sie selbst sehen dürfen, und keine anderen.',
  'field.own_portfolios': 'müssen ids von Portfolios sein, die Sie sehen dürfen',
  'problem.link_unknown': 'Dieser Link ist nicht bekannt. Vielleicht hat ihn ein neuerer ersetzt.',
  'problem.link_used': 'Dieser Link wurde schon benutzt. Er gilt einmal.',
  'problem.link_too_old': 'Dieser Link ist zu alt. Bitten Sie um einen neuen.',
  'problem.link_has_admin': 'Es gibt schon jemanden mit Verwaltungsrechten. Bitten Sie dort um einen eigenen Link.',
  'problem.tag_archived': 'Dieses Schlagwort ist archiviert. Holen Sie es zurück, oder nehmen Sie ein anderes.',
  'problem.not_a_person': 'Ein Schlüssel ist weder da noch abwesend: Melden Sie sich als Person an.',
  'problem.name_taken': 'Dieser Name ist vergeben. Wählen Sie einen anderen.',
  'problem.no_such_member': 'Einige dieser Personen sind nicht hier oder antworten keinen Kunden.',
  'problem.no_such_zone': 'Diese Zeitzone gibt es nicht. Nennen Sie einen Ort, etwa Africa/Lagos.',
  'problem.no_such_schedule': 'Es gibt keine Geschäftszeiten mit dieser id. Siehe GET /api/v1/schedules.',
  'problem.too_many_of_these':
    'Es gibt schon so viele davon, wie es geben darf. Entfernen Sie eines, das Sie nicht brauchen.',
  'problem.people_only': 'Das ist für Personen, die angemeldet sind.',
  'problem.too_many_attempts':
    'Zu viele Versuche. Versuchen Sie es in {seconds, plural, one {# Sekunde} other {# Sekunden}} noch einmal.',
  'problem.no_email': 'Das ist keine E-Mail-Adresse. Sie sollte aussehen wie ana@example.com.',
  'problem.name_length': 'Ein Name von 1 bis {most, number} Zeichen wird gebraucht.',
  'problem.password_needed': 'Wer neu ist, braucht ein Passwort.',
  'problem.password_short': 'Das Passwort ist zu kurz: mindestens {least, number} Zeichen sind nötig.',
  'problem.password_long': 'Das Passwort ist zu lang: höchstens {most, number} Zeichen werden angenommen.',
  'problem.password_blank': 'Das Passwort besteht nur aus Leerzeichen.',
  'problem.email_unknown': 'Niemand hier hat diese E-Mail-Adresse.',
  'problem.tag_name_taken': 'Es gibt schon ein Schlagwort mit diesem Namen. Wählen Sie einen anderen.',
  'problem.field_name_taken': 'Es gibt schon ein Feld mit diesem Namen. Wählen Sie einen anderen.',
  'problem.too_many_tags': 'Es gibt so viele Schlagwörter, wie es geben darf. Archivieren Sie erst einige.',
  'problem.too_many_fields': 'Es gibt so viele Felder, wie es geben darf. Archivieren Sie erst einige.',
  'problem.value_required': '„{name}“ darf nicht leer sein. Tragen Sie einen anderen Wert ein.',
  'field.unused_name': 'muss einer sein, der nicht in Gebrauch ist',
  'field.is_text': 'muss ein Text sein',
  'field.is_number': 'muss eine Zahl sein',
  'field.is_day': 'muss ein Tag sein, den es gibt, wie 2026-11-28',
  'field.is_yes_no': 'muss true oder false sein',
  'field.is_choice': 'muss die id einer der Möglichkeiten sein',
};
