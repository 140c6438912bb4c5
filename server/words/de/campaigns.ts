import type { campaigns as english } from '../en/campaigns.ts';

// Campaigns: why a row is not sent to, what stands in the way of starting, why it is not going faster.
export const campaigns: Record<keyof typeof english, string> = {
  'reach.not_a_number': 'Das ist keine Telefonnummer.',
  'reach.duplicate_row': 'Dieselbe Nummer steht in einer früheren Zeile.',
  'reach.duplicate_person': 'Eine frühere Zeile gilt derselben Person, mit anderer Nummer.',
  'reach.username_not_addressable': 'WhatsApp stellt an Nummern zu, nie an einen Benutzernamen.',
  'reach.bsuid_needs_relationship':
    'Von dieser Person ist nur das WhatsApp-Konto bekannt, und Kampagnen gehen an Nummern.',
  'reach.number_moved': 'Diese Nummer gehört der Person nicht mehr.',
  'reach.own_number': 'Diese Nummer gehört dem Unternehmen selbst.',
  'reach.opted_out': 'Diese Person will keine Werbung.',
  'reach.do_not_contact': 'Diese Person soll nicht angeschrieben werden, außer sie schreibt zuerst.',
  'reach.blocked': 'Diese Person ist auf der Geschäftsnummer blockiert.',
  'reach.value_missing': 'In dieser Zeile fehlt etwas, das die Vorlage braucht.',
  'reach.needs_phone': 'Diese Vorlage wird nur an Telefonnummern zugestellt, und von dieser Person ist keine bekannt.',
  'reach.bsuid_needs_relationship.policy':
    'Von dieser Person ist nur das WhatsApp-Konto bekannt, und Kampagnen gehen hier nur an Nummern.',
  'reach.erased':
    'Wer diese Nummer hatte, wurde auf eigenen Wunsch gelöscht. Geschrieben wird wieder, sobald die Person selbst geschrieben hat.',
  'reach.bsuid_needs_relationship.stranger':
    'Von dieser Person ist nur das WhatsApp-Konto bekannt, und mit dieser Geschäftsnummer hat sie noch keine Unterhaltung.',
  'reach.bsuid_needs_relationship.id':
    'Das ist die ID eines WhatsApp-Kontos, keine Telefonnummer. Eine Kampagne geht an Nummern; einem Konto lässt sich in seinem Verlauf antworten.',
  'reach.username_not_addressable.looks':
    'Das sieht nach einem Benutzernamen aus. WhatsApp stellt an Nummern zu, nie an einen Benutzernamen, der den Besitzer wechseln kann.',
  'reach.number_moved.left':
    'Die Person, der diese Nummer gehörte, hat sie seit {since, date, day} nicht mehr. Wem sie jetzt gehört, ist nicht bekannt.',
  'reach.number_moved.taken':
    'Diese Nummer gehört seit {since, date, day} einem anderen WhatsApp-Konto. Was für das eine bestimmt ist, geht nicht an das andere.',
  'reach.number_moved.doubted':
    'Eine Nachricht an diese Nummer hat ein anderes WhatsApp-Konto erreicht als das mit ihr bekannte.',
  'reach.not_a_number.alias':
    'Das ist eine Ersatznummer, die eine Integration anstelle einer Nummer bekam. Kein Netz kann sie wählen; nur diese Integration darf an sie schreiben.',
  'reach.not_a_number.empty': 'Die Zelle ist leer.',
  'reach.not_a_number.shortened':
    'Die Tabellenkalkulation hat diese Nummer gekürzt; die letzten Ziffern fehlen. Spalte als Text formatieren, neu ausfüllen und noch einmal exportieren.',
  'reach.not_a_number.letters': 'Darin stehen Buchstaben, also ist es keine Telefonnummer.',
  'reach.not_a_number.no_country':
    'Die Ländervorwahl fehlt. Als +44 7911 123456 schreiben oder das Land dieser Nummern auswählen.',
  'reach.not_a_number.extension': 'Sie hat eine Durchwahl; WhatsApp kennt nur Nummern.',
  'reach.not_a_number.digits': 'Keine Nummer dieses Landes hat so viele Ziffern.',
  'reach.not_a_number.several': 'Das ist nicht eine einzelne Telefonnummer, oder die Ländervorwahl gibt es nicht.',
  'reach.gone': 'Diese Person ist nicht mehr unter den Kontakten.',
  'reach.duplicate_of': '{why} Stattdessen wird an Zeile {line, number} gesendet.',
  'campaign.row.unknown':
    'Die Antwort von WhatsApp ging verloren; darum ist nicht bekannt, ob die Nachricht hinausging. Von selbst wird sie nicht erneut gesendet.',
  'campaign.rows.unknown':
    'Die Antwort von WhatsApp ging verloren; darum ist nicht bekannt, ob diese Nachrichten hinausgingen. Von selbst werden sie nicht erneut gesendet.',
  'campaign.needs.template': 'Eine Vorlage auswählen.',
  'campaign.needs.other_template': 'Diese Vorlage gibt es für diese Geschäftsnummer nicht.',
  'campaign.needs.audience': 'Eine Datei hochladen oder Kontakte auswählen.',
  'campaign.needs.file': 'Eine Datei hochladen.',
  'campaign.needs.phone_column': 'Angeben, in welcher Spalte die Telefonnummer steht.',
  'campaign.needs.value': 'Angeben, was hier hineinkommt: {label}.',
  'campaign.needs.phones': 'Diese Vorlage wird nur an Telefonnummern zugestellt.',
  'campaign.none_reachable': 'Keine ihrer Zeilen ist erreichbar.',
  'campaign.not_connected': 'Die Geschäftsnummer, von der sie ausgeht, ist nicht mehr verbunden.',
  'campaign.no_template': 'Es ist keine Vorlage ausgewählt.',
  'campaign.template': 'Die Vorlage {name}: {why}',
  'campaign.template_gone': 'Für diese Geschäftsnummer gibt es keine Vorlage {name} ({language}).',
  'campaign.waits.pace': 'Sie hält sich an die gewählten {pace, number} pro Minute.',
  'campaign.waits.rate':
    'WhatsApp nimmt von dieser Nummer bis zu {rate, plural, one {# Nachricht pro Sekunde} other {# Nachrichten pro Sekunde}} an; {queued, plural, one {# wartet} other {# warten}}.',
};
