// Exports: why one is not made, or not handed out.

import type { exports_ as english } from '../en/exports.ts';

export const exports_: Record<keyof typeof english, string> = {
  'problem.not_found.export': 'Diesen Export gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'problem.not_found.export_schedule': 'Diesen Zeitplan gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'problem.export_not_yours.kind': 'Ihre Rolle darf nicht lesen, was dieser Export enthält.',
  'problem.export_not_yours.accounts':
    'Ihre Rolle darf die eigenen IDs von WhatsApp nicht lesen und sie deshalb nicht in einer Datei bekommen.',
  'problem.export_not_yours.masked': 'Ihre Rolle sieht Nummern verdeckt, und in dieser Datei stehen sie ganz.',
  'title.export_not_yours': 'Nicht zum Mitnehmen für Sie',
  'problem.export_not_ready': 'Es gibt keine Datei zum Herunterladen: Sie ist noch nicht fertig oder nicht mehr da.',
  'title.export_not_ready': 'Keine Datei hier',
  'problem.too_many_exports':
    'Es warten schon so viele Exporte, wie warten dürfen. Fragen Sie wieder, wenn einer fertig ist.',
  'title.too_many_exports': 'Zu viele Exporte',
  'problem.too_many_schedules': 'Es gibt schon so viele Zeitpläne, wie es geben darf. Löschen Sie zuerst einen.',
  'title.too_many_schedules': 'Zu viele Zeitpläne',
  'problem.no_such_zone': 'Diese Zeitzone gibt es nicht. Nennen Sie einen Ort, etwa Europe/Lisbon.',
  'problem.no_such_rhythm':
    'Nennen Sie für jede Woche einen Tag von 1 bis 7, für jeden Monat einen von 1 bis 31 und für jeden Tag keinen.',
  'problem.coverage_has_no_tags': 'Die Abdeckung wird über alle Menschen gezählt: Lassen Sie das Schlagwort weg.',
  'problem.coverage_has_no_accounts': 'Die Abdeckung besteht aus Zahlen: Kennungen stehen nicht darin.',
  'title.export_not_possible': 'So nicht möglich',
};
