// Imports: lists of people from other systems.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'imports.title': 'Importe',
  'imports.intro': 'Menschen aus Listen anderer Systeme aufnehmen. Sie sehen vorher, was geschehen würde.',
  'imports.choose': 'CSV-Datei wählen',
  'imports.uploading': 'Die Liste wird gelesen',
  'imports.failed': 'Die Importe können nicht gezeigt werden',
  'imports.none': 'Noch keine Listen',
  'imports.noneDetail':
    'Eine Liste nennt Menschen nach Nummer oder nach der ID Ihres CRM, mit Schlagwörtern, Feldern und Wünschen. Dieselbe Liste noch einmal ändert nichts.',
  'imports.list': 'Liste',
  'imports.stateName': 'Zustand',
  'imports.state':
    '{state, select, reading {Wird gelesen} mapping {Spalten zu benennen} checking {Wird geprüft} checked {Bereit} running {Wird ausgeführt} done {Fertig} cancelled {Angehalten} other {Nicht bekannt}}',
  'imports.rows': '{count, plural, one {# Zeile} other {# Zeilen}}',
  'imports.brought': 'Gebracht',
  'imports.broughtBy': '{when}, {name}',
  'imports.outcomes': 'Was aus den Zeilen wird',
  'imports.outcome':
    '{outcome, select, created {Neue Menschen} updated {Bekannt, mit Neuem} unchanged {Bekannt, nichts Neues} skipped {Ausgelassen} other {Nicht bekannt}}',
  'imports.reason':
    '{reason, select, no_identifier {Weder Nummer noch ID} invalid_phone {Keine Nummer, die WhatsApp kennt} double {Wie eine frühere Zeile} own_number {Eine eigene Nummer} erased {Hier gelöscht: Wer schreibt, kommt zurück} number_changed_hands {Die Nummer hat den Besitzer gewechselt: Niemand weiß, wen die Liste meint} in_question {Wer das ist, ist eine offene Frage} conflict {Nummer und ID gehören zwei Menschen} several {Mehr als ein Mensch hat das} username_only {Nur ein Benutzername, und die wechseln den Besitzer} not_found {Niemand hat diese ID} invalid_value {Ein Wert, der nicht ins Feld passt} unknown_tag {Ein Schlagwort, das es nicht gibt} other {Ausgelassen}}',
  'imports.back': 'Alle Importe',
  'imports.oneFailed': 'Dieser Import kann nicht gezeigt werden',
  'imports.columns': 'Was die Spalten sind',
  'imports.columnsHint': 'Wir haben nach Überschriften und Inhalt geraten. Berichtigen Sie, was nicht stimmt.',
  'imports.leaveOut': 'Auslassen',
  'imports.target':
    '{kind, select, phone {Telefonnummer} name {Vor- und Nachname} username {Benutzername} tags {Schlagwörter} opt_in {Möchte Werbung} opt_out {Möchte keine Werbung} other {Nicht bekannt}}',
  'imports.field': 'Feld: {name}',
  'imports.externalId': 'ID im anderen System, steht in: {name}',
  'imports.country': 'Nummern ohne Ländervorwahl sind aus',
  'imports.countryHint': 'Ohne Land werden sie ausgelassen.',
  'imports.noCountry': 'Kein Land passt.',
  'imports.byUsername': 'Menschen auch nach Benutzernamen finden',
  'imports.byUsernameHint':
    'Ein Benutzername kann inzwischen jemand anderem gehören. Niemandem wird darüber geschrieben.',
  'imports.createTags': 'Fehlende Schlagwörter anlegen',
  'imports.check': 'Ansehen, was geschehen würde',
  'imports.change': 'Spalten ändern',
  'imports.run': 'Import ausführen',
  'imports.runAsk': '„{name}“ ausführen?',
  'imports.runExplained':
    '{created, plural, one {# neuer Mensch kommt dazu} other {# neue Menschen kommen dazu}}, und zu {updated, plural, one {# bekannten wird etwas notiert} other {# bekannten wird etwas notiert}}. Niemand wird zusammengeführt, niemandem geschrieben.',
  'imports.stop': 'Anhalten',
  'imports.stopped': 'Angehalten. Was schon ausgeführt wurde, bleibt.',
  'imports.progress': '{done} von {total} Zeilen',
  'imports.would': 'Was geschehen würde',
  'imports.became': 'Was daraus wurde',
  'imports.why': 'Warum Zeilen ausgelassen werden',
  'imports.line': 'Zeile',
  'imports.says': 'Was darin steht',
  'imports.sameAs': 'Zeile {line}',
  'imports.report': 'Alle Zeilen herunterladen',
  'imports.show': 'Zeigen',
  'imports.all': 'Alle Zeilen',
  'imports.noRows': 'Keine solchen Zeilen',
  'imports.noRowsDetail': 'Wählen Sie eine andere Art, um deren Zeilen zu sehen.',
};
