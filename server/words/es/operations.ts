import type { operations as english } from '../en/operations.ts';

// What was set aside, what errands came to, and other sentences that are kept and told again in the reader's language.
export const operations: Record<keyof typeof english, string> = {
  'orphan.message_unknown':
    'Ningún mensaje enviado desde aquí corresponde a este aviso. Puede que otro sistema envíe desde el mismo número de la empresa.',
  'preference.own_word': 'la propia persona, en WhatsApp',
  'errand.unreachable': 'No se pudo conectar con WhatsApp, aunque se intentó varias veces.',
  'errand.done': 'Hecho.',
  'errand.deleted':
    'Meta eliminó la entrada. Durante un máximo de 30 días aún puede enviar el número donde hubo mensajes con él.',
  'errand.no_entry': 'Meta no tenía ninguna entrada de esta cuenta.',
  'send.unreachable': 'No se pudo conectar con WhatsApp. No se envió nada; inténtelo más tarde.',
  'send.too_late': 'Esperó demasiado para enviarse, así que no se envió. Envíelo otra vez si aún hace falta.',
  'send.file_gone': 'El archivo ya no se conserva aquí, así que no se pudo enviar. Súbalo otra vez y envíelo de nuevo.',
  'send.file_refused':
    'El archivo no se pudo entregar a WhatsApp tras varios intentos. No se envió nada; inténtelo más tarde.',
  'sync.no_token': 'META_ACCESS_TOKEN no está definido: no se pueden listar las plantillas.',
  'sync.unreachable': 'No se pudo conectar con WhatsApp. Se reintenta por sí solo.',
  'sync.slow': 'WhatsApp no respondió a tiempo. Se reintenta por sí solo.',
  'parked.group':
    'Un mensaje en un grupo. Los grupos aún no se muestran, y un grupo no debe mezclarse con un hilo privado.',
  'parked.nobody':
    'No nombra a nadie: ni teléfono ni cuenta. Se guardó como llegó; vuelva a procesarlo si se puede completar.',
  'parked.own_number': 'Su único identificador es un número de la propia empresa, que nunca identifica a un cliente.',
  'parked.unmatched': 'No nombra a nadie que podamos reconocer.',
  'parked.no_account': 'No nombra ninguna cuenta de WhatsApp Business. Se guardó como llegó.',
  'card.no_end': 'La última tarjeta no tiene final. Se leyó lo que hay de ella.',
  'card.too_long': 'El archivo es demasiado largo. No se leyó lo que sigue a su primera parte.',
  'card.none': 'En este texto no hay ninguna vCard: empieza con BEGIN:VCARD.',
};
