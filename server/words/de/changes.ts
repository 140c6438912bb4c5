import type { changes as english } from '../en/changes.ts';

// What people's word on who is who does, before it is said or after; and why it was refused.
export const changes: Record<keyof typeof english, string> = {
  /** A name, with what tells this person from others of that name. */
  'person.in_full': '{name} ({identifier})',
  'change.other_portfolio':
    'Sie sind Kunden zweier verschiedener Business-Portfolios, und zwischen diesen wird nie etwas übertragen.',
  'change.same_contact': 'Es ist schon ein Kontakt.',
  'change.never_merge':
    '{by} hat am {at, date, day} gesagt, dass sie nie dieselbe Person sind. Zuerst muss das zurückgenommen werden.',
  'change.already_apart': '{by} hat das schon am {at, date, day} gesagt.',
  'change.account_unknown': 'Dieser Kontakt hat kein solches Konto.',
  'change.alone': 'Das Konto ist in seinem Kontakt allein: Es gibt niemanden, von dem es zu trennen wäre.',
  'change.step_unknown': 'Bei diesem Schritt hat keine Maschine jemanden zusammengeführt.',
  'change.word_unknown': 'Über diesen Kontakt wurde nichts dergleichen gesagt.',
  'change.taken_back': 'Es wurde schon zurückgenommen.',
  'change.no_effect': 'Es würde nichts ändern: Etwas früher Gesagtes steht dagegen.',
  'change.move.never':
    'Sie werden nie wieder zusammengeführt, weder durch WhatsApp noch aus Versehen, bis das zurückgenommen wird.',
  'change.move.nothing': 'Wer wer ist, bleibt, wie es ist.',
  'change.move.together': '{people} werden ein Kontakt.',
  'change.move.threads':
    '{count, plural, one {Ihre # Unterhaltung bleibt} other {Ihre # Unterhaltungen bleiben}} getrennt: Jede Nachricht bleibt, wo sie ist, und Antworten gehen weiter an jede wie bisher.',
  'change.move.links':
    'Zuerst gesehen wurde {name}; unter diesem Namen geht der Kontakt weiter. Links zu {others} führen ab jetzt dorthin.',
  'change.move.marketing': 'Werbung endet für alles, denn es gibt eine Abbestellung von {people}.',
  'change.move.apart':
    '{count, plural, =2 {{people} sind zwei Kontakte} one {{people} ist # Kontakt} other {{people} sind # Kontakte}}.',
  'change.move.split':
    'Was mit den Kennungen der einen Person kam, bleibt bei ihr; was mit denen der anderen kam, geht in eine eigene Unterhaltung.',
  'change.move.stays': 'Jede Unterhaltung bleibt bei dem Konto, zu dem sie gehört.',
  'change.move.marketing_free': 'Werbung: Die Abbestellung gilt nicht mehr für {people}, denn von dort kam sie nicht.',
  'change.warning.both_in_use': 'Beide sind in Gebrauch. Antworten gehen weiter getrennt an jedes.',
  'change.warning.different_numbers': 'Sie benutzen verschiedene Nummern: {numbers}.',
  'change.warning.many_accounts':
    'Das macht aus {count, plural, one {# Konto} other {# Konten}} eine Person. Mehr als {most, number} sind ungewöhnlich.',
  'change.warning.marketing_stopped': 'Werbung abbestellt: {people}. Zusammen gilt es für beide.',
};
