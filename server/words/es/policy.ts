import type { policy as english } from '../en/policy.ts';

// What a portfolio chose about who is who: each choice by its name, what it does, and its value.
export const policy: Record<keyof typeof english, string> = {
  'policy.adoptionLimitDays.title': 'Cuánto tiempo puede callar un número',
  'policy.adoptionLimitDays.explains':
    'Cuando un número llega por primera vez con una cuenta de WhatsApp, su historia anterior se toma por la de la misma persona si no calló más de este tiempo. Un año de forma predeterminada: los clientes que escriben dos veces al año siguen siendo una sola persona.',
  'policy.adoptionLimitDays.value': '{days, plural, one {# día} many {# de días} other {# días}}',
  'policy.adoptionLimitDays.overridden':
    '{days, plural, one {# día, sustituido por el modo estricto} many {# de días, sustituidos por el modo estricto} other {# días, sustituidos por el modo estricto}}',
  'policy.strict.title': 'Modo estricto con los números que callan',
  'policy.strict.explains':
    'Admite solo 45 días, tras los cuales el propio WhatsApp da un número por entregado a otra persona. Desactivado de forma predeterminada: muestra como personas nuevas a muchos clientes que regresan. Conviene donde sería peor que un extraño viera una conversación.',
  'policy.strict.on': 'activado: 45 días',
  'policy.strict.off': 'desactivado',
  'policy.joinOnSharedNumber.title': 'Unir por un número compartido',
  'policy.joinOnSharedNumber.explains':
    'Cuando alguien responde a la petición de su número, y exactamente otra cuenta lo tuvo alguna vez, ambas se unen sin preguntar. Desactivado de forma predeterminada: la cuenta anterior puede ser de otra persona, así que se pregunta a alguien.',
  'policy.joinOnSharedNumber.on': 'activado',
  'policy.joinOnSharedNumber.off': 'desactivado: se pregunta a alguien',
  'policy.acrossPortfolios.title': 'La misma persona en otros portafolios',
  'policy.acrossPortfolios.explains':
    'Si junto a un contacto se muestra la misma cuenta de WhatsApp en otro portafolio de su grupo. Nunca se une a nadie entre portafolios. Por separado de forma predeterminada: los equipos de marcas distintas no necesitan ver los clientes de los demás.',
  'policy.acrossPortfolios.related': 'en relación',
  'policy.acrossPortfolios.apart': 'por separado',
  'policy.readReceipts.title': 'Marcas azules para los clientes',
  'policy.readReceipts.explains':
    'Cuando alguien de aquí abre un hilo, el cliente ve que las marcas de sus mensajes se vuelven azules, y los puntos mientras se escribe una respuesta. Activado de forma predeterminada, como se espera de WhatsApp. WhatsApp no puede mostrar los puntos sin las marcas, así que se desactivan juntos.',
  'policy.readReceipts.on': 'se muestran',
  'policy.readReceipts.off': 'no se muestran',
  'policy.joinLimits.title': 'Cuánto puede reunir una sola persona',
  'policy.joinLimits.explains':
    'Con más cuentas o números que estos no se une nada sin preguntar: tantos rara vez son de una sola persona. No se puede cambiar.',
  'policy.joinLimits.value':
    '{accounts, plural, one {# cuenta} many {# de cuentas} other {# cuentas}}, {numbers, plural, one {# número} many {# de números} other {# números}}',
};
