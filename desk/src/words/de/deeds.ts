import type { deeds as english } from '../en/deeds.ts';

// What can be done with the open conversation, as the command menu names it.

export const deeds: Record<keyof typeof english, string> = {
  'deed.reply': 'Antwort schreiben',
  'deed.note': 'Notiz schreiben',
  'deed.assignMe': 'Mir zuweisen',
  'deed.assign': 'Zuweisen an…',
  'deed.assignTo': 'Zuweisen an {name}',
  'deed.assignNobody': 'Zurückgeben: niemand hat es',
  'deed.team': 'An ein Team geben…',
  'deed.toTeam': 'An das Team {name} geben',
  'deed.toNoTeam': 'Aus dem Team nehmen',
  'deed.snooze': 'Zurückstellen bis…',
  'deed.snoozeUntil': 'Zurückstellen: {when}',
  'deed.snoozePick': 'Zurückstellen: anderer Zeitpunkt…',
  'deed.whenAt': '{when} · {at}',
  'deed.priority': 'Priorität festlegen…',
  'deed.priorityTo': 'Priorität: {priority}',
  'deed.tag': 'Schlagwort hinzufügen…',
  'deed.addTag': 'Schlagwort {name} hinzufügen',
  'deed.untag': 'Schlagwort abnehmen…',
  'deed.removeTag': 'Schlagwort {name} abnehmen',
  'deed.copyNumber': 'Nummer kopieren',
  'deed.copyUsername': 'Benutzernamen kopieren',
  'deed.copied': 'Kopiert: {text}',
};
