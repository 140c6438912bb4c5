// Other systems: why they were not told, or may not be.

import type { downstream as english } from '../en/downstream.ts';

export const downstream: Record<keyof typeof english, string> = {
  'problem.cursor_gone':
    'Was nach diesem Cursor kam, wird nicht mehr aufbewahrt, oder er gehört zu einem anderen Protokoll. Lesen Sie das Nötige neu und machen Sie bei `latest` weiter.',
  'title.cursor_gone': 'Cursor nicht mehr gültig',
  'problem.nothing_to_acknowledge': 'Bestätigt wird nur ein contact.erased.',
  'title.nothing_to_acknowledge': 'Nichts zu bestätigen',
  'problem.not_found.event': 'Dieses Ereignis gibt es nicht, oder es wird nicht mehr aufbewahrt.',
  'problem.not_found.event_schema': 'Diese Art von Ereignis gibt es nicht, oder nicht in dieser Version.',
  'problem.not_found.subscription': 'Diesen Webhook gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'problem.not_found.delivery': 'Diese Zustellung gibt es nicht, oder sie wird nicht mehr aufbewahrt.',
  'problem.not_found.readiness_run': 'Diese Prüfung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'problem.not_found.canary_run': 'Diesen Durchgang des Testkunden gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'problem.canary_running': 'Der Testkunde ist schon unterwegs. Warten Sie, bis er durch ist.',
  'title.canary_running': 'Schon unterwegs',
  'problem.nobody_told':
    'Anderen Systemen wird noch nichts gemeldet. Legen Sie zuerst einen Webhook oder eine Anbindung an.',
  'title.nobody_told': 'Niemand da',
  'problem.too_many_systems': 'Es sind schon zu viele Systeme gespeichert. Nehmen Sie zuerst eines heraus.',
  'title.too_many_systems': 'Zu viele Systeme',
  'problem.url_refused.unreadable':
    'Das ist keine Webadresse. Schreiben Sie sie ganz aus, etwa https://example.com/hook.',
  'problem.url_refused.insecure': 'Was weitergegeben wird, geht nur über https, damit niemand mitliest.',
  'problem.url_refused.credentials':
    'Lassen Sie Name und Passwort aus der Adresse weg. Die Signatur beweist, wer anruft.',
  'problem.url_refused.private':
    'Diese Adresse führt in ein privates Netz. Wer Throughline betreibt, kann es in EVENTS_ALLOW_NETWORKS erlauben.',
  'title.url_refused': 'Adresse abgelehnt',
  'problem.accounts_not_yours':
    'Ihre Rolle darf die eigenen Kennungen von WhatsApp nicht lesen und kann sie deshalb nicht zustellen lassen.',
  'title.accounts_not_yours': 'Weitergabe nicht erlaubt',
  'problem.numbers_masked':
    'Ihre Rolle sieht Nummern verdeckt und kann sie deshalb nicht anderswohin zustellen lassen.',
  'title.numbers_masked': 'Nummern sind verdeckt',
  'problem.too_many_subscriptions': 'Es gibt so viele Webhooks, wie es geben darf. Löschen Sie zuerst einen.',
  'title.too_many_subscriptions': 'Zu viele Webhooks',
  'problem.not_active': 'Dieser Webhook ist nicht aktiv. Setzen Sie ihn zuerst fort.',
  'title.not_active': 'Nicht aktiv',
  'problem.replay_span': 'Nennen Sie Zustellungen oder eine Zeit von und bis, nicht beides.',
  'title.replay_span': 'Was noch einmal gesendet wird',
  'problem.alias_not_dialable':
    'Diese Nummer steht gegenüber einer Integration für jemanden. Kein Netz kann sie wählen; nur diese Integration darf an sie schreiben.',
  'title.alias_not_dialable': 'Ersatznummer',
  'problem.not_found.integration': 'Es gibt keine solche Integration, oder Sie dürfen sie nicht sehen.',
  'problem.too_many_integrations':
    'Es gibt schon so viele Integrationen, wie es geben darf. Entfernen Sie zuerst eine.',
  'title.too_many_integrations': 'Zu viele Integrationen',
};
