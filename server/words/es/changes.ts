import type { changes as english } from '../en/changes.ts';

// What people's word on who is who does, before it is said or after; and why it was refused.
export const changes: Record<keyof typeof english, string> = {
  /** A name, with what tells this person from others of that name. */
  'person.in_full': '{name} ({identifier})',
  'change.other_portfolio':
    'Son clientes de dos portafolios de empresa distintos, y nunca se lleva nada de uno a otro.',
  'change.same_contact': 'Ya son un solo contacto.',
  'change.never_merge': '{by} dijo el {at, date, day} que nunca son la misma persona. Primero hay que deshacer eso.',
  'change.already_apart': '{by} ya lo dijo el {at, date, day}.',
  'change.account_unknown': 'Este contacto no tiene tal cuenta.',
  'change.alone': 'La cuenta está sola en su contacto: no hay nadie de quien separarla.',
  'change.step_unknown': 'En este paso ninguna máquina unió a nadie.',
  'change.word_unknown': 'No se dijo nada así sobre este contacto.',
  'change.taken_back': 'Ya se deshizo.',
  'change.no_effect': 'No cambiaría nada: algo que se dijo antes se opone.',
  'change.move.never': 'Nunca se vuelven a unir, ni porque lo diga WhatsApp ni por error, hasta que esto se deshaga.',
  'change.move.nothing': 'Quién es quién queda como está.',
  'change.move.together': '{people} pasan a ser un solo contacto.',
  'change.move.threads':
    '{count, plural, one {Su # conversación sigue} many {Sus # de conversaciones siguen} other {Sus # conversaciones siguen}} por separado: cada mensaje se queda donde está, y a cada quien se le responde como antes.',
  'change.move.links':
    'El contacto continúa como el de {name}, que se vio primero. Los enlaces a {others} llevan allí desde ahora.',
  'change.move.marketing': 'La publicidad se detiene para todo: así lo pidió {people}.',
  'change.move.apart':
    '{count, plural, =2 {{people} son dos contactos} one {{people} es # contacto} many {{people} son # de contactos} other {{people} son # contactos}}.',
  'change.move.split':
    'Lo que llegó con los identificadores de una persona se queda con ella, y lo que llegó con los de la otra pasa a una conversación propia.',
  'change.move.stays': 'Cada conversación se queda con la cuenta a la que pertenece.',
  'change.move.marketing_free': 'Publicidad: deja de estar detenida para {people}, que no lo pidió.',
  'change.warning.both_in_use': 'Ambas cuentas están en uso. Se sigue respondiendo a cada una por separado.',
  'change.warning.different_numbers': 'Usan números distintos: {numbers}.',
  'change.warning.many_accounts':
    'Así una sola persona reúne {count, plural, one {# cuenta} many {# de cuentas} other {# cuentas}}. Más de {most, number} es poco común.',
  'change.warning.marketing_stopped':
    'La publicidad está detenida por pedido de {people}. Al unirse, se detiene para todos.',
};
