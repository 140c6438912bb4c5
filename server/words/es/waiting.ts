import type { waiting as english } from '../en/waiting.ts';

// Why messages wait: for an agent about one message, and for whoever runs the place about a number.
export const waiting: Record<keyof typeof english, string> = {
  'waiting.turn.message': 'Espera su turno: desde este número se envía más de lo que WhatsApp acepta a la vez.',
  'waiting.turn.number': 'Esperan su turno. No hay que hacer nada.',
  'waiting.order.message': 'Espera al mensaje anterior de esta conversación.',
  'waiting.order.number': 'Esperan al mensaje anterior de su conversación. No hay que hacer nada.',
  'waiting.media.message': 'Espera a que su archivo esté en WhatsApp.',
  'waiting.media.number': 'Esperan a que su archivo esté en WhatsApp. Si esto dura, revise los archivos que fallaron.',
  'waiting.rate.message': 'WhatsApp pidió menos mensajes por segundo. Se reintenta por sí solo.',
  'waiting.rate.number': 'WhatsApp pidió menos mensajes por segundo; el ritmo se redujo y vuelve a subir por sí solo.',
  'waiting.pair.message':
    'WhatsApp limita con qué rapidez se puede escribir a una persona. Sale en cuanto eso lo permita.',
  'waiting.pair.number':
    'WhatsApp limita con qué rapidez se puede escribir a una persona. Si ocurre a menudo, conviene escribir menos mensajes y más largos.',
  'waiting.messaging_limit.message':
    'En el último día se escribió primero a tantas personas como WhatsApp permite a esta empresa. Sale en cuanto eso lo permita.',
  'waiting.messaging_limit.number':
    'En el último día se escribió primero a tantas personas como WhatsApp permite a esta empresa. Los mensajes siguen por sí solos a medida que avanza el día; el límite sube con la calidad y el uso.',
  'waiting.maintenance.message': 'WhatsApp está trabajando en este número. Se reintenta por sí solo.',
  'waiting.maintenance.number':
    'WhatsApp está trabajando en este número, lo que toma cerca de un minuto. Los mensajes siguen por sí solos.',
  'waiting.unreachable.message': 'No se puede conectar con WhatsApp. Se reintenta por sí solo.',
  'waiting.unreachable.number': 'No se puede conectar con WhatsApp. Revise la red de esta máquina y META_GRAPH_URL.',
  'waiting.retry.message': 'WhatsApp tuvo un problema propio. Se reintenta por sí solo.',
  'waiting.retry.number': 'WhatsApp tuvo un problema propio. Los mensajes se reintentan por sí solos.',
  'waiting.tomorrow.message': 'WhatsApp pide un día antes de reintentarlo.',
  'waiting.tomorrow.number':
    'WhatsApp pide un día antes de reintentarlos. Conviene enviar menos publicidad a las mismas personas.',
  'waiting.undo.message': 'Se retiene unos segundos, en los que se puede retirar.',
  'waiting.undo.number': 'Se retienen unos segundos, en los que sus autores pueden retirarlos. No hay que hacer nada.',
  'waiting.account.message':
    'La cuenta de la empresa o su acceso necesita a un administrador. Se reintenta de vez en cuando.',
  'waiting.account.number':
    'WhatsApp rechaza esta cuenta o su acceso. Revise la cuenta en los ajustes de la empresa y META_ACCESS_TOKEN; los mensajes se reintentan de vez en cuando.',
  'waiting.held_for_quality.message':
    'WhatsApp retiene esta plantilla mientras evalúa cómo la reciben las personas. Saldrá, o fallará, por sí sola.',
};
