// Readiness: which other systems still count on a phone number, as audits of them found.

import type { readiness as english } from '../en/readiness.ts';

export const readiness: Record<keyof typeof english, string> = {
  'readiness.title': 'Bereitschaft',
  'readiness.intro': 'Welche Ihrer anderen Systeme noch mit einer Telefonnummer rechnen. Kunden können ihre verbergen.',
  'readiness.back': 'Alle Systeme',
  'readiness.failed': 'Die Systeme lassen sich nicht anzeigen',
  'readiness.oneFailed': 'Diese Prüfung lässt sich nicht anzeigen',
  'readiness.none': 'Noch wurde kein System geprüft',
  'readiness.noneDetail':
    'Eine Prüfung schickt einem System erfundene Webhooks mit Nummer und ohne, oder liest seine Dateien. Dann gibt sie ab, was sie gefunden hat.',
  'readiness.how': 'Führen Sie sie dort aus, wo das System ist, mit dem Schlüssel eines Entwicklers:',
  'readiness.system': 'System',
  'readiness.onStaging': 'Im Testbetrieb',
  'readiness.inFiles': 'In seinen Dateien',
  'readiness.notAudited': 'Nicht geprüft',
  'readiness.score': '{score, number} von 100',
  'readiness.places': '{count, plural, one {# Stelle} other {# Stellen}}',
  'readiness.clean': 'Nichts gefunden',
  'readiness.holds':
    '{held, number} von {count, plural, one {# Art von Webhook hält stand} other {# Arten von Webhooks halten stand}}',
  'readiness.fewer': '{count, number} weniger als zuvor',
  'readiness.more': '{count, number} mehr als zuvor',
  'readiness.same': 'So viele wie zuvor',
  'readiness.readBack': 'Was es aus den Webhooks gemacht hat, wurde gelesen und verglichen.',
  'readiness.notRead':
    'Was es aus den Webhooks gemacht hat, ließ sich nicht lesen. Angenommene und verlorene Nachrichten zeigen sich hier nicht.',
  'readiness.whatToDo': 'Was zu tun ist',
  'readiness.report': 'Bericht zum Weitergeben',
  'readiness.remove': 'Entfernen',
  'readiness.removeAsk': '{name} entfernen?',
  'readiness.removeExplained': 'Alle seine Prüfungen gehen verloren. Das System selbst bleibt, wie es ist.',
  'readiness.removed': 'Das System wurde entfernt.',
  'readiness.all': 'Alles, was gesendet wurde',
  'readiness.cameIn': 'Was ankam',
  'readiness.withNumber': 'Mit Nummer',
  'readiness.without': 'Ohne',
  'readiness.result': 'Ergebnis',
  'readiness.answered': '{statuses} in {ms, number} ms',
  'readiness.unknownRule': 'Das hat eine neuere Prüfung gefunden. Diese Version kann nicht sagen, was es ist.',
  'readiness.inEnglish': 'In den Worten der Prüfung, auf Englisch.',
  'readiness.family':
    '{family, select, reading {Rechnet damit, dass eine Nummer da ist} keys {Findet Menschen nach ihrer Nummer} sending {Sendet nur an Nummern} stores {Tabellen, die eine Nummer brauchen} files {Schemata, Listen und Abläufe, die eine Nummer brauchen} other {Etwas anderes}}',
  'readiness.outcome':
    '{outcome, select, held {Wie mit Nummer} refused {Abgelehnt} no_answer {Keine Antwort} slow {Viel langsamer} answered_otherwise {Antwortet anders} lost {Angenommen und verloren} split {Aus einem wurden zwei} mixed {Aus zweien wurde einer} wrote_undefined {Schrieb „undefined“} cut_id {Kürzte eine Kontokennung} not_judged {Nicht beurteilt} other {Nicht bekannt}}',
  'readiness.why':
    '{outcome, select, held {Es tut mit Nummer und ohne dasselbe.} refused {Derselbe Webhook wird mit Nummer angenommen und ohne abgelehnt. Er kommt tagelang wieder, dann ist er verloren.} no_answer {Mit Nummer antwortet es. Ohne kommt nichts rechtzeitig zurück.} slow {Ohne Nummer braucht es mehr als fünfmal so lange.} answered_otherwise {Es nimmt an, aber die Antwort ist nicht die wie mit Nummer.} lost {Es antwortet, alles sei gut, und behält nichts. Die Nachricht kommt nicht noch einmal.} split {Wer bekannt war, ist jemand Neues, sobald die Nummer fehlt oder das Konto wechselt. Die Vorgeschichte bleibt zurück.} mixed {Zwei Menschen teilen sich einen Eintrag. Der eine bekommt Antworten auf das, was der andere sagte.} wrote_undefined {Die fehlende Nummer wurde als das Wort „undefined“ aufgeschrieben. Alle, die ihre verbergen, landen darunter.} cut_id {Was von der Kontokennung übrig ist, sieht wie eine Nummer aus und kann jemand anderem gehören.} not_judged {Auch mit Nummer wird es nicht angenommen.} other {Dafür gibt es noch keine Worte.}}',
  'readiness.fix':
    '{outcome, select, held {Es ist nichts zu tun.} refused {Lesen Sie die Kontokennung, wo die Nummer fehlt.} no_answer {Sehen Sie im Protokoll dieses Moments nach etwas, das gelesen wurde und nicht da ist.} slow {Suchen Sie eine Suche, die über alles läuft, weil die Nummer leer ist.} answered_otherwise {Lesen Sie beide Antworten. Eine sagt vielleicht, dass nichts getan wurde.} lost {Suchen Sie eine Zeile, die übergeht, was keine Nummer hat.} split {Finden Sie Menschen zuerst nach der Kontokennung, dann nach der Nummer. Folgen Sie Kontowechseln.} mixed {Finden Sie Menschen nie nach etwas, das leer sein oder den Besitzer wechseln kann.} wrote_undefined {Behalten Sie nichts, wo nichts ist. Finden Sie Menschen nach der Kontokennung.} cut_id {Behalten Sie Kontokennungen ganz, als Text.} not_judged {Sehen Sie nach, warum es gar nicht angenommen wird.} other {Siehe Bericht.}}',
  'readiness.shape':
    '{shape, select, text_hidden {Ein Text mit Benutzername und ohne Nummer} text_both {Ein Text mit Benutzername und Nummer} text_parent {Ein Text mit zwei Kontokennungen und ohne Nummer} text_alias {Ein Text mit einer Nummer, die niemandem gehört} image {Ein Foto} audio {Eine Sprachnachricht} document {Ein Dokument} sticker {Ein Sticker} location {Ein Ort} contacts {Die Karte von jemandem} button {Die Schaltfläche einer Vorlage} button_reply {Eine Schaltfläche} list_reply {Eine Auswahl aus einer Liste} order {Eine Bestellung} unsupported {Eine Nachricht unbekannter Art} reaction {Eine Reaktion} edit {Eine geänderte Nachricht} revoke {Eine zurückgenommene Nachricht} status_sent {Der Status „gesendet“} status_delivered {Der Status „zugestellt“} status_read {Der Status „gelesen“} status_failed {Der Status „fehlgeschlagen“} call_connect {Ein Anruf} call_terminate {Das Ende eines Anrufs} preference_stop {Nein zu Werbung} preference_resume {Ja zu Werbung} batch {Zwei Nachrichten in einem Webhook} hides_later {Jemand, der seine Nummer später verbirgt} shows_later {Jemand, der seine Nummer später zeigt} account_changed {Jemand, dessen Konto wechselt} two_hidden {Zwei Menschen ohne Nummer} username_passed_on {Ein Benutzername, den ein anderer übernimmt} other {Etwas anderes}}',
  'readiness.filesRead': '{count, plural, one {# Datei wurde gelesen} other {# Dateien wurden gelesen}}',
  'readiness.moreFound': '{count, plural, one {# weitere Stelle ist} other {# weitere Stellen sind}} nicht aufgeführt.',
  'readiness.readers': 'Was Throughline erzählt',
  'readiness.readersIntro':
    'Webhooks und Systeme hinter der Vermittlung, danach, was zuletzt aus dem wurde, was ihnen erzählt wurde. Was sie aus dem Angenommenen machen, ist hier nicht bekannt.',
  'readiness.readersNone': 'Noch wird anderen Systemen nichts erzählt.',
  'readiness.reader': 'Leser',
  'readiness.toldWith': 'Von Menschen mit Nummer',
  'readiness.toldWithout': 'Von Menschen ohne',
  'readiness.told': '{taken, number} angenommen, {troubled, number} mit Schwierigkeiten',
  'readiness.verdictName': 'Wie es steht',
  'readiness.verdict':
    '{verdict, select, breaks {Bricht ohne Nummer} takes_both {Nimmt beide} needs_number {Braucht eine Nummer} not_known {Noch nicht bekannt} other {Noch nicht bekannt}}',
  'readiness.titled': '{kind, select, code {{name}, in seinen Dateien} other {{name}, im Testbetrieb}}',
};
