import type { asking as english } from '../en/asking.ts';

// Whether a person's number may be asked for, and what came of it.
export const asking: Record<keyof typeof english, string> = {
  'asking.shared_before':
    'Die Person hat ihre Nummer geteilt. Vorher hatte sie hier jemand anderes; darum steht die Frage offen, ob beide eine Person sind. Die Leitung kann sie entscheiden.',
  'asking.not_theirs':
    'Die Person hat ihre Nummer auf die Frage hin geteilt, doch sie gehört ihr nicht mehr. Binnen 30 Tagen wird niemand zweimal gefragt.',
  'asking.message': 'Die Person sieht eine Schaltfläche, die die Nummer teilt. Ob sie tippt, entscheidet sie selbst.',
  'asking.template':
    'Mehr als 24 Stunden sind vergangen; darum geht die Frage als Vorlage mit einer Schaltfläche, die die Nummer teilt.',
  'asking.number_known': 'Die Nummer ist bekannt.',
  'asking.blocked': 'Diese Person ist auf dieser Nummer blockiert.',
  'asking.address_lost': 'Kein Weg zu dieser Person ist bekannt. Warten, bis sie schreibt.',
  'asking.pending': 'Die Person wurde gefragt und hat noch nicht geantwortet. Eine Ablehnung teilt WhatsApp nicht mit.',
  'asking.no_answer':
    'Die Person wurde gefragt und hat nicht geantwortet. Binnen 30 Tagen wird niemand zweimal gefragt.',
  'asking.asked_recently': 'Die Person wurde vor Kurzem gefragt. Binnen 30 Tagen wird niemand zweimal gefragt.',
  'asking.no_template':
    'Mehr als 24 Stunden sind vergangen, und es gibt keine genehmigte Vorlage mit der Schaltfläche, die die Nummer teilt. Ein Administrator kann im WhatsApp Manager eine anlegen.',
  'asking.refused': '{why} Es wurde nichts gesendet.',
  'asking.refused.again': '{why} Ab {again, date, day} darf wieder gefragt werden. Es wurde nichts gesendet.',
};
