import type { operations as english } from '../en/operations.ts';

// What was set aside, what errands came to, and other sentences that are kept as they were written and told again in the reader's
// language: `retell` knows them by their English.
export const operations: Record<keyof typeof english, string> = {
  'orphan.message_unknown':
    'Zu keiner Nachricht von hier gehört diese Quittung. Vielleicht sendet ein anderes System von derselben Geschäftsnummer.',
  'preference.own_word': 'die Person selbst, auf WhatsApp',
  'errand.unreachable': 'WhatsApp war trotz mehrerer Versuche nicht erreichbar.',
  'errand.done': 'Erledigt.',
  'errand.deleted':
    'Meta hat den Eintrag gelöscht. Bis zu 30 Tage lang sendet es die Nummer vielleicht noch, wo es mit ihr Kontakt gab.',
  'errand.no_entry': 'Meta hatte keinen Eintrag zu diesem Konto.',
  'send.unreachable': 'WhatsApp war nicht erreichbar. Es wurde nichts gesendet; später erneut versuchen.',
  'send.too_late': 'Sie hat zu lange gewartet und wurde darum gar nicht gesendet. Erneut senden, falls noch gewünscht.',
  'send.file_gone':
    'Die Datei wird hier nicht mehr aufbewahrt und konnte darum nicht gesendet werden. Noch einmal hochladen und neu senden.',
  'send.file_refused':
    'Die Datei ließ sich in mehreren Versuchen nicht an WhatsApp übergeben. Es wurde nichts gesendet; später erneut versuchen.',
  'sync.no_token': 'META_ACCESS_TOKEN ist nicht gesetzt: Vorlagen lassen sich nicht auflisten.',
  'sync.unreachable': 'WhatsApp war nicht erreichbar. Es wird von selbst erneut versucht.',
  'sync.slow': 'WhatsApp hat nicht rechtzeitig geantwortet. Es wird von selbst erneut versucht.',
  'parked.group':
    'Eine Nachricht in einer Gruppe. Gruppen werden noch nicht gezeigt, und eine Gruppe darf sich nicht mit einem privaten Verlauf mischen.',
  'parked.nobody':
    'Sie nennt niemanden: keine Telefonnummer und kein Konto. Aufbewahrt, wie sie kam; erneut verarbeiten, wenn sie sich ergänzen lässt.',
  'parked.own_number': 'Ihre einzige Kennung ist eine Nummer des Unternehmens selbst; die steht nie für einen Kunden.',
  'parked.unmatched': 'Sie nennt niemanden, den wir zuordnen dürfen.',
  'parked.no_account': 'Sie nennt kein WhatsApp-Business-Konto. Aufbewahrt, wie sie kam.',
  'card.no_end': 'Die letzte Karte hat kein Ende. Was davon da ist, wurde gelesen.',
  'card.too_long': 'Die Datei ist zu lang. Was nach ihrem ersten Teil kommt, wurde nicht gelesen.',
  'card.none': 'In diesem Text ist keine vCard: Sie beginnt mit BEGIN:VCARD.',
};
