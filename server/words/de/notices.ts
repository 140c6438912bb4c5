import type { notices as english } from '../en/notices.ts';

// What a thread tells between its messages about who is who.
export const notices: Record<keyof typeof english, string> = {
  'notice.username_adopted.hidden.title': '{name} schreibt jetzt als {username}.',
  'notice.username_adopted.hidden.detail':
    'Die Nummer ist ab jetzt verborgen. Es ist dasselbe WhatsApp-Konto; diese Unterhaltung geht einfach weiter.',
  'notice.username_adopted.shown.title': '{name} hat jetzt den Benutzernamen {username}.',
  'notice.username_adopted.shown.detail':
    'Die Nummer ist weiter sichtbar. Es ist dasselbe WhatsApp-Konto; diese Unterhaltung geht einfach weiter.',
  'notice.username_changed.title': '{name} hat den Benutzernamen zu {username} geändert.',
  'notice.username_changed.detail':
    'Vorher war es {before}. Es ist dasselbe WhatsApp-Konto; diese Unterhaltung geht einfach weiter.',
  'notice.username_dropped.title': '{name} hat den Benutzernamen {before} aufgegeben.',
  'notice.username_dropped.detail':
    'Jemand anderes kann ihn annehmen. Es ist dasselbe WhatsApp-Konto; diese Unterhaltung geht einfach weiter.',
  'notice.number_hidden.title': '{name} verbirgt jetzt die Nummer.',
  'notice.number_hidden.detail':
    'Vorher kamen die Nachrichten von {phone}. Es ist dasselbe WhatsApp-Konto; diese Unterhaltung geht einfach weiter.',
  'notice.number_shown.title': '{name} zeigt die Nummer wieder.',
  'notice.number_shown.detail': 'Sie lautet {phone}.',
  'notice.number_changed.title': '{name} hat die Nummer gewechselt.',
  'notice.number_changed.both.detail':
    'Von {before} zu {phone}. Das hat WhatsApp selbst mitgeteilt; diese Unterhaltung geht einfach weiter.',
  'notice.number_changed.known.detail':
    'Sie lautet jetzt {phone}. Das hat WhatsApp selbst mitgeteilt; diese Unterhaltung geht einfach weiter.',
  'notice.number_changed.hidden.detail':
    '{before} ist aufgegeben; die neue Nummer ist verborgen. Das hat WhatsApp selbst mitgeteilt; diese Unterhaltung geht einfach weiter.',
  'notice.number_changed.unknown.detail': 'Das hat WhatsApp selbst mitgeteilt; diese Unterhaltung geht einfach weiter.',
  'notice.number_released.title': '{phone} gehört jetzt zu einem anderen WhatsApp-Konto.',
  'notice.number_released.detail':
    'Was hier geschrieben ist, bleibt hier: Wer die Nummer jetzt hat, sieht es nicht, und Antworten von hier gehen nicht an sie.',
  'notice.number_in_new_hands.title': '{phone} ist in neuen Händen.',
  'notice.number_in_new_hands.detail':
    'Vorher hat jemand anderes diese Nummer benutzt. Dies ist ein anderes WhatsApp-Konto und hat darum einen eigenen Verlauf.',
  'notice.second_number.title': '{name} benutzt jetzt {phone}.',
  'notice.second_number.detail':
    'Dasselbe WhatsApp-Konto hat vorher {before} benutzt. WhatsApp hat den Wechsel nicht angekündigt; vor Vertraulichem besser nachfragen.',
  'notice.conversations_joined.title': 'Unterhaltungen zusammengeführt.',
  'notice.conversations_joined.number_changed.detail':
    'WhatsApp hat mitgeteilt, dass beide eine Person mit neuer Nummer sind.',
  'notice.conversations_joined.same_number.detail':
    'Dieselbe Nummer und dasselbe WhatsApp-Konto kamen zusammen; darum sind beide Verläufe einer.',
  'notice.conversations_joined.same_parent.detail': 'WhatsApp hat beide als dasselbe Konto genannt.',
  'notice.conversations_joined.number_shared.detail': 'Es wurde eine Nummer geteilt, die nie jemand anderes hatte.',
  'notice.number_shared.title': '{name} hat die Nummer geteilt.',
  'notice.number_shared.detail': 'Sie lautet {phone}, und WhatsApp bürgt dafür, dass es die eigene ist.',
  'notice.number_given_up.title': '{phone} wurde aufgegeben.',
  'notice.number_given_up.detail': 'Wer ab jetzt nur mit dieser Nummer schreibt, gilt als jemand anderes.',
  'notice.security_code_changed.title': 'Der Sicherheitscode von {name} hat sich geändert.',
  'notice.security_code_changed.detail':
    'Das kommt bei einem neuen Telefon oder einer neuen Installation vor. Es ist dasselbe WhatsApp-Konto; vor Vertraulichem besser nachfragen.',
  'notice.contacts_merged.title': '{by} hat zwei Personen zu einer zusammengeführt.',
  'notice.contacts_split.title': '{by} hat Personen getrennt.',
  'notice.kept_apart.title': '{by} hat festgehalten, dass zwei nie dieselbe Person sind.',
  'notice.taken_back.merge.title': '{by} hat das Zusammenführen zweier Personen zurückgenommen.',
  'notice.taken_back.split.title': '{by} hat das Trennen von Personen zurückgenommen.',
  'notice.taken_back.never-merge.title': '{by} hat „nie dieselbe Person“ zurückgenommen.',
  /** Of the four before. */
  'notice.said.detail': 'Begründung: „{reason}“. Jede Nachricht blieb, wo sie war.',
};
