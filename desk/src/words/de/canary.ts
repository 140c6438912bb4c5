// The test customer: what other systems make of somebody who does not exist and has no number.

import type { canary as english } from '../en/canary.ts';

export const canary: Record<keyof typeof english, string> = {
  'canary.title': 'Testkunde',
  'canary.intro':
    'Ein Kunde, den es nicht gibt, durchläuft Ihre anderen Systeme. Er hat einen Benutzernamen und keine Nummer. Er schreibt, wechselt den Benutzernamen, bekommt ein anderes Konto und wird gelöscht.',
  'canary.back': 'Bereitschaft',
  'canary.failed': 'Der Testkunde kann nicht gezeigt werden',
  'canary.onTheWay': 'Unterwegs',
  'canary.interrupted': 'Unterbrochen',
  'canary.eachDay': 'Jeden Tag',
  'canary.off': 'Aus',
  'canary.notDaily': 'Er geht nicht von selbst los.',
  'canary.next': 'Er geht jeden Tag los, das nächste Mal {when}.',
  'canary.look': 'Was jedes System aus ihm gemacht hat',
  'canary.send': 'Jetzt losschicken',
  'canary.sent': 'Der Testkunde ist unterwegs.',
  'canary.settings': 'Einstellungen',
  'canary.none': 'Er war noch nicht unterwegs',
  'canary.noneDetail': 'Schicken Sie ihn jetzt los, oder lassen Sie ihn jeden Tag gehen.',
  'canary.run': 'Gezeigt wird',
  'canary.portfolio': 'Portfolio',
  'canary.broken':
    '{count, plural, =0 {Keines ist gescheitert} one {# System ist gescheitert} other {# Systeme sind gescheitert}}',
  'canary.byTime': 'Losgegangen {when}, von selbst.',
  'canary.bySomebody': 'Losgegangen {when}, geschickt von {who}.',
  'canary.nobody': 'Es war niemand da, dem etwas gemeldet wird.',
  'canary.systems': 'Systeme',
  'canary.verdict':
    '{verdict, select, waiting {Nicht fertig} well {Nimmt ihn gut} slow {Langsam} refused {Scheitert} no_answer {Keine Antwort} skipped {Ausgelassen} read {Gelesen und vergessen} not_read {Nie gelesen} other {Nie gelesen}}',
  'canary.skipped':
    '{why, select, paused {Angehalten} disabled {Abgeschaltet} left_out {Ausgelassen} not_wanted {Will keine Nachrichten} no_line {Keine Geschäftsnummer} removed {Inzwischen entfernt} other {Inzwischen entfernt}}',
  'canary.tries': '{count, plural, one {Einmal versucht.} other {#-mal versucht.}}',
  'canary.took': 'Angenommen in {ms, number} ms',
  'canary.callState':
    '{state, select, taken {Angenommen} failed {Nicht angenommen} waiting {Kommt noch} not_tried {Nicht versucht} other {Nicht versucht}}',
  'canary.whatToDo': 'Was zu tun ist',
  'canary.steps': 'Schritt für Schritt',
  'canary.kind':
    '{kind, select, webhook {Per Webhook} relay {Hinter dem Relay} reader {Liest den Feed} other {Liest den Feed}}',
  'canary.answers':
    '{count, plural, one {Es schrieb ihm # Nachricht. Sie ging an niemanden.} other {Es schrieb ihm # Nachrichten. Sie gingen an niemanden.}}',
  'canary.step':
    '{step, select, created {Jemand Neues, ohne Nummer} conversation {Seine Unterhaltung beginnt} message {Er schreibt} answer {Ihm wird geantwortet} delivered {Die Antwort kommt an} username_lost {Er gibt einen Benutzernamen auf} username_gained {Er nimmt einen Benutzernamen an} renamed {Sein Benutzername ändert sich} account_lost {Ein Konto von ihm endet} account_gained {Er hat ein anderes Konto} account_changed {Sein Konto ändert sich} message_again {Er schreibt vom neuen Konto} erased {Er wird gelöscht} other {Er wird gelöscht}}',
  'canary.why':
    '{cause, select, unreachable {Es ist für niemanden zu erreichen.} address {Seine Adresse nimmt keine Aufrufe mehr an.} signature {Es erkennt die Signatur nicht an. Das Geheimnis hat sich vielleicht geändert.} busy {Es meldet, dass es zu viel zu tun hat.} takes_nothing {Es nimmt im Moment gar nichts an, von niemandem.} no_number {Es nimmt, was von anderen Kunden gemeldet wird, nur nicht von einem ohne Nummer.} stand_in {Es bekam eine Ersatznummer und lehnt sie ab. Vielleicht prüft es Nummern gegen eine Liste von Ländern.} new_username {Es scheitert, wenn jemand den Benutzernamen wechselt. Vielleicht dient er dort als Schlüssel.} new_account {Es scheitert, wenn jemand ein anderes Konto bekommt. Vielleicht kennt es jeden nur unter einem Konto.} erasure {Es kann niemanden vergessen. Auch was es über echte Kunden hat, bleibt.} slow {Es antwortet, braucht aber mehr als fünf Sekunden.} other {Es wurde nicht angenommen.}}',
  'canary.fix':
    '{cause, select, unreachable {Sehen Sie nach, ob es läuft und ob Adresse und Zertifikat stimmen.} address {Tragen Sie die Adresse ein, die es jetzt hat.} signature {Tragen Sie dort das richtige Geheimnis ein, oder geben Sie ihm ein neues.} busy {Lassen Sie es mehr auf einmal annehmen, oder antworten, bevor es arbeitet.} takes_nothing {Sehen Sie in sein Protokoll. Es braucht Hilfe, bevor dieser Test mehr sagt.} no_number {Suchen Sie in seinem Protokoll nach einer Nummer, die gelesen wird und fehlt. Erkennen Sie Menschen an ihrer Kennung.} stand_in {Schalten Sie dort die Prüfung von Nummern ab, oder binden Sie es mit Konten an.} new_username {Zeigen Sie Benutzernamen, und finden Sie nie jemanden darüber.} new_account {Folgen Sie Kontowechseln. Finden Sie Menschen an der Kennung des Kontakts.} erasure {Lassen Sie es Löschungen annehmen und löschen, was es unter der Kennung hat.} slow {Erst antworten, dann arbeiten.} other {Sehen Sie in sein Protokoll.}}',
  'canary.enabled': 'Jeden Tag',
  'canary.enabledHint':
    'Systeme, die einen Testkunden nicht übergehen können, haben jeden Tag einen Kunden mehr, bis sie ihn löschen sollen.',
  'canary.clock': 'Um',
  'canary.zone': 'Nach den Uhren von',
  'canary.noZone': 'Diesen Ort gibt es nicht',
  'canary.through': 'Durch diese Systeme',
  'canary.throughHint': 'Neue kommen von selbst dazu.',
  'canary.feed': 'Auch für Leser von Feed und Stream',
  'canary.feedHint': 'Wer davon gelesen hat, zeigt sich daran, wessen Löschung er bestätigt.',
  'canary.save': 'Speichern',
  'canary.saved': 'Gespeichert.',
  'canary.known': 'Woran ein System ihn erkennt',
  'canary.knownBy':
    'Ereignisse tragen „synthetic“, jeder Aufruf den Header X-Throughline-Synthetic. Er heißt immer Throughline Canary. Hier erscheint er nie, und ihm wird nichts gesendet.',
  'canary.notice':
    '{count, plural, one {# anderes System scheitert am Testkunden.} other {# andere Systeme scheitern am Testkunden.}}',
};
