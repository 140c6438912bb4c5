import type { masking as english } from '../en/masking.ts';

export const masking: Record<keyof typeof english, string> = {
  'masking.title': 'Números de teléfono',
  'masking.intro':
    'Quién ve completos los números de los clientes. Vale para todo lo que Throughline muestra y responde, en un segundo.',
  'masking.failed': 'No se puede mostrar el ajuste',
  'masking.maskedFor': 'Los números se ocultan en parte a',
  'masking.hint':
    'Ven el país y las últimas cifras. Pueden buscar por un número completo y mostrar los números de una persona cuando los necesiten. Cada vez queda anotado. Lo que escribieron los clientes queda como lo escribieron.',
  'masking.saved': 'Guardado. Vale desde ahora.',
  'masking.show': 'Mostrar',
  'masking.showNumbers': 'Mostrar completos los números de {name}',
  'masking.writtenDown': 'Se muestra completo. Quedó anotado que lo miró.',
  'masking.whatFor': '¿Para qué necesitas el número?',
  'masking.reason':
    '{reason, select, call_them {Para llamar} check_identity {Para comprobar quién es} other_channel {Para contactar por otra vía} privacy_request {Para una solicitud de privacidad} other {Para otra cosa}}',
};
