import type { reviews as english } from '../en/reviews.ts';

// Questions about who is who: what was seen, what is asked, and what follows from each answer.
export const reviews: Record<keyof typeof english, string> = {
  'review.recycled_number.title': 'Ist {name} dieselbe Person wie {other}, vorher mit {number}?',
  'review.recycled_number.detail':
    'Die Nummer kam mit einem anderen WhatsApp-Konto, und WhatsApp hat nicht gesagt, dass beide eine Person sind. Nummern werden neu vergeben; darum blieben sie getrennt.',
  'review.recycled_number.happened': '{number} kam mit einem anderen WhatsApp-Konto.',
  'review.unattested_number_change.title': '{name} schreibt jetzt von {number}. Ist es noch dieselbe Person?',
  'review.unattested_number_change.detail':
    'Es ist dasselbe WhatsApp-Konto mit anderer Nummer, und WhatsApp hat den Wechsel nicht angekündigt. Vor Vertraulichem besser nachfragen.',
  'review.unattested_number_change.happened': 'Dasselbe WhatsApp-Konto kam mit {number}.',
  'review.missing_rotation.title': 'Ist alles unter {name} eine Person?',
  'review.missing_rotation.detail':
    'WhatsApp hat zwei WhatsApp-Konten als die einer Person genannt, aber nie gesagt, dass aus dem einen das andere wurde. Sie wurden für eine gehalten.',
  'review.missing_rotation.happened': 'WhatsApp hat ein zweites Konto als das derselben Person genannt.',
  'review.conflicting_parent.title': 'Ist {name} dieselbe Person wie {other}?',
  'review.conflicting_parent.detail':
    'WhatsApp hat beide jetzt als eine Person genannt, vorher als zwei. Sie blieben getrennt.',
  'review.conflicting_parent.happened': 'WhatsApp hat beide als eine Person genannt.',
  'review.conflicting_shared_number.title': 'Ist {name} mit der geteilten Nummer {number} dieselbe Person wie {other}?',
  'review.conflicting_shared_number.detail':
    'WhatsApp bürgt dafür, dass die Nummer jetzt dieser Person gehört. Vorher hatte sie ein anderes WhatsApp-Konto; darum blieben beide getrennt.',
  'review.conflicting_shared_number.happened': '{name} hat {number} auf die Frage hin geteilt.',
  'review.claimed_number.title': 'Ist {name} dieselbe Person wie {other} mit der Nummer {number}?',
  'review.claimed_number.detail':
    'Jemand hat die Nummer hier als die dieser Person notiert. Das allein führt niemanden zusammen.',
  'review.claimed_number.happened': '{number} wurde hier als Nummer von {name} notiert.',
  'review.too_many_parts.title': 'Ist {name} dieselbe Person wie {other}?',
  'review.too_many_parts.detail':
    'Sie würden für eine gehalten, doch hätte diese Person dann ungewöhnlich viele Konten oder Nummern. Sie blieben getrennt.',
  'review.too_many_parts.happened': 'Was WhatsApp gesendet hat, hätte die beiden zusammengeführt.',
  /** Where a name or a number is not known. */
  'review.somebody_else': 'jemand anderes',
  'review.somebody': 'jemand',
  'review.a_number': 'eine Nummer',
  'review.same.label': 'Dieselbe Person',
  'review.same.explains':
    'Sie werden ein Kontakt. Ihre Unterhaltungen bleiben getrennt, und Antworten gehen weiter an jede wie bisher.',
  'review.different.label': 'Verschiedene Personen',
  'review.different.explains': 'Sie bleiben getrennt, und nichts führt sie zusammen, bis das zurückgenommen wird.',
  'review.different.joined.explains':
    'Sie werden getrennt: Was mit den Kennungen der einen und der anderen kam, geht jeweils in eine eigene Unterhaltung. Nichts führt sie wieder zusammen, bis das zurückgenommen wird.',
  'review.right.label': 'Es stimmt so',
  'review.right.explains': 'Nichts ändert sich, und niemand wird noch einmal gefragt.',
  'review.led.account': 'Ein WhatsApp-Konto von {name} wurde zuerst gesehen.',
  'review.led.first': '{phone} wurde zuerst mit {name} gesehen.',
  'review.led.last': '{name} schrieb zuletzt von {phone}.',
};
