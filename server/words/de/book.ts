import type { book as english } from '../en/book.ts';

// What to do about the Contact Book.
export const book: Record<keyof typeof english, string> = {
  'book.keep_on.title': 'Contact Book eingeschaltet lassen',
  'book.keep_on.detail':
    'Solange es eingeschaltet ist, sendet Meta weiter die Nummern derer, mit denen Sie Kontakt hatten, auch nachdem sie einen Benutzernamen angenommen haben. Es steht in Meta Business Suite unter „Business settings“, „Business info“. Ausschalten löscht seinen Inhalt; wieder eingeschaltet beginnt es leer.',
  'book.turn_on.title': 'Contact Book einschalten',
  'book.turn_on.detail':
    'Verlorene Nummern kommen nicht von selbst zurück, sondern jede erst mit neuem Kontakt. Es steht in Meta Business Suite unter „Business settings“, „Business info“.',
  'book.answer_soon.title': 'Binnen 30 Tagen antworten, an die Nummer',
  'book.answer_soon.detail':
    'Ohne das Contact Book bleibt eine Nummer 30 Tage nach der letzten Nachricht oder dem letzten Anruf sichtbar, für jede Geschäftsnummer einzeln. Antworten von hier gehen an die Nummer, solange sie bekannt ist.',
  'book.ask_for_number.title': 'Nach Nummern fragen',
  'book.ask_for_number.detail':
    'Wo keine bekannt ist, fragt ein Klick im Verlauf danach. Für eine so geteilte Nummer bürgt WhatsApp.',
  'book.campaign_by_phone.title': 'An Nummern schreiben, die bald verschwinden',
  'book.campaign_by_phone.detail':
    'Eine Vorlage an die Nummer, wo sie willkommen ist, hält sie weitere 30 Tage sichtbar. Kampagnen gehen hier über die Telefonnummer.',
  'book.find_out.title': 'Angeben, ob das Contact Book eingeschaltet ist',
  'book.find_out.detail':
    'Die API von Meta sagt es nicht. In Meta Business Suite unter „Business settings“, „Business info“ nachsehen und hier auswählen.',
  'book.looks_off.title': 'Das Contact Book scheint ausgeschaltet',
  'book.looks_off.detail':
    'Bekannte Nummern fehlen in neueren Nachrichten, und keine kam, die nur das Contact Book gezeigt haben kann. In Meta Business Suite unter „Business settings“, „Business info“ nachsehen.',
};
