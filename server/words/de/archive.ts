import type { archive as english } from '../en/archive.ts';

// What a copy of somebody's data says to them.
export const archive: Record<keyof typeof english, string> = {
  'archive.title': 'Deine Daten',
  'archive.intro':
    'Das ist alles, was hier über dich gespeichert ist, Stand {on, date, day}. Dasselbe steht in data.json, für Programme; schema.json beschreibt es.',
  'archive.known': 'Woran man dich kennt',
  'archive.since': 'seit {from, date, day}',
  'archive.between': 'vom {from, date, day} bis {until, date, day}',
  'archive.why': 'Warum das du sein sollst',
  'archive.recipients': 'Wer deine Nachrichten noch erhält',
  'archive.recipients.meta': 'WhatsApp (Meta), das jede Nachricht und jeden Anruf überträgt.',
  'archive.recipients.staff': 'Die Menschen, die dir bei diesem Unternehmen antworten.',
  'archive.said': 'Was mit {name} gesprochen wurde',
  'archive.you': 'Du',
  'archive.us': 'Wir',
  'archive.call': 'Anruf',
  'archive.files': 'Dateien',
  'archive.part': '{from, date, day} bis {until, date, day}',
  'archive.start': 'Zum Anfang',
  'archive.earlier': 'Früher',
  'archive.later': 'Später',
  'archive.some_files': 'Dateien {from, number} bis {until, number}',
  'archive.rest': 'Alles Weitere, mit Zeiten und technischen Einzelheiten, steht in data.json.',
};
