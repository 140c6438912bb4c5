import type { parked as english } from '../en/parked.ts';

export const parked: Record<keyof typeof english, string> = {
  'parked.orphansFailed': 'Sie konnten nicht geladen werden. {why}',
  'parked.fromNumber': 'Von {name}, {number}',
  'parked.received': 'Eingegangen {when}',
  'parked.inField': 'in {field}',
  'parked.stillParked': 'Weiter zurückgelegt. {why}',
  'parked.notReplayed': 'Nicht erneut verarbeitet. {why}',
  'parked.replayItem': 'Erneut verarbeiten: {reason}, eingegangen {time}',
  'parked.replay': 'Erneut verarbeiten',
  'parked.replayed': 'Eingang von {time} erneut verarbeitet. Er steht jetzt an seinem Platz.',
  'parked.orphans': 'Quittungen für Nachrichten, die nicht von hier sind',
  'parked.orphansExplained':
    'Vielleicht sendet ein anderes System von derselben Geschäftsnummer; hier ist nichts zu tun, und es entstand kein Kontakt.',
  'parked.moreReceipts': 'Mehr Quittungen zeigen',
  'parked.fromUnknown': 'Von einer hier unbekannten Geschäftsnummer',
  'parked.explained':
    'Was eingegangen ist und sich nicht zuordnen ließ. Nichts davon ist verloren: Ursache beheben, dann erneut verarbeiten, und es steht in der richtigen Unterhaltung.',
  'parked.failed': 'Das Zurückgelegte konnte nicht geladen werden',
  'parked.nothing': 'Nichts ist zurückgelegt',
  'parked.nothingDetail': 'Alles, was eingegangen ist, hat seinen Platz gefunden.',
  'parked.loading': 'Zurückgelegtes wird geladen',
  'parked.portfolioUnknown': 'Von einem nicht verbundenen Geschäftskonto',
  'parked.numberUnknown': 'Für eine nicht verbundene Geschäftsnummer',
  'parked.notReadable': 'Nicht lesbar',
  'parked.noIdentifier': 'Nennt keinen Absender',
  'parked.groupMessage': 'Aus einer Gruppe',
  'parked.timeImpossible': 'Mit unmöglicher Zeitangabe',
  'parked.notSaved': 'Ließ sich nicht speichern',
};
