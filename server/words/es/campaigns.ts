import type { campaigns as english } from '../en/campaigns.ts';

// Campaigns: why a row is not sent to, what stands in the way of starting, why it is not going faster.
export const campaigns: Record<keyof typeof english, string> = {
  'reach.not_a_number': 'Esto no es un número de teléfono.',
  'reach.duplicate_row': 'El mismo número está en una fila anterior.',
  'reach.duplicate_person': 'Una fila anterior es de la misma persona, con otro número.',
  'reach.username_not_addressable': 'WhatsApp entrega a números, nunca a un nombre de usuario.',
  'reach.bsuid_needs_relationship':
    'De esta persona solo se conoce la cuenta de WhatsApp, y las campañas van por número.',
  'reach.number_moved': 'Este número ya no es de esa persona.',
  'reach.own_number': 'Este número es de la propia empresa.',
  'reach.opted_out': 'Esta persona no quiere mensajes de publicidad.',
  'reach.do_not_contact': 'A esta persona no se le debe escribir, salvo que escriba primero.',
  'reach.blocked': 'Esta persona está bloqueada en el número de la empresa.',
  'reach.value_missing': 'En esta fila falta algo que la plantilla necesita.',
  'reach.needs_phone':
    'Esta plantilla solo se puede entregar a números de teléfono, y no se conoce ninguno de esta persona.',
  'reach.bsuid_needs_relationship.policy':
    'De esta persona solo se conoce la cuenta de WhatsApp, y las campañas de aquí solo van a números.',
  'reach.erased':
    'Quien tenía este número fue borrado a petición suya. Se le volverá a escribir cuando escriba por su cuenta.',
  'reach.bsuid_needs_relationship.stranger':
    'De esta persona solo se conoce la cuenta de WhatsApp, y aún no tiene ninguna conversación con este número de la empresa.',
  'reach.bsuid_needs_relationship.id':
    'Esto es el identificador de una cuenta de WhatsApp, no un número de teléfono. Una campaña va por número; para escribir a una cuenta, responda en su hilo.',
  'reach.username_not_addressable.looks':
    'Esto parece un nombre de usuario. WhatsApp entrega a números, nunca a un nombre de usuario, que puede cambiar de manos.',
  'reach.number_moved.left':
    'La persona que tenía este número ya no lo tiene, desde el {since, date, day}. No se sabe quién lo tiene ahora.',
  'reach.number_moved.taken':
    'Este número es de otra cuenta de WhatsApp desde el {since, date, day}. Nada destinado a una persona se envía a otra.',
  'reach.number_moved.doubted':
    'Un mensaje a este número llegó a una cuenta de WhatsApp distinta de la que se conocía por él.',
  'reach.not_a_number.alias':
    'Esto es un sustituto que recibió una integración en lugar de un número. Ninguna red puede marcarlo; solo esa integración puede escribirle.',
  'reach.not_a_number.empty': 'La celda está vacía.',
  'reach.not_a_number.shortened':
    'La hoja de cálculo acortó este número y perdió sus últimas cifras. Dé formato de texto a la columna, complétela de nuevo y vuelva a exportarla.',
  'reach.not_a_number.letters': 'Contiene letras, así que no es un número de teléfono.',
  'reach.not_a_number.no_country':
    'No tiene código de país. Escríbalo como +44 7911 123456, o elija el país de estos números.',
  'reach.not_a_number.extension': 'Tiene una extensión; WhatsApp solo admite números.',
  'reach.not_a_number.digits': 'Ningún número de ese país tiene tantas cifras.',
  'reach.not_a_number.several': 'No es un solo número de teléfono, o su código de país no existe.',
  'reach.gone': 'Esta persona ya no está entre los contactos.',
  'reach.duplicate_of': '{why} En su lugar se envía a la línea {line, number}.',
  'campaign.row.unknown':
    'Se perdió la respuesta de WhatsApp, así que no se sabe si este mensaje salió. No se vuelve a enviar por sí solo.',
  'campaign.rows.unknown':
    'Se perdió la respuesta de WhatsApp, así que no se sabe si estos mensajes salieron. No se vuelven a enviar por sí solos.',
  'campaign.needs.template': 'Elija una plantilla.',
  'campaign.needs.other_template': 'No hay tal plantilla para este número de la empresa.',
  'campaign.needs.audience': 'Suba un archivo o elija contactos.',
  'campaign.needs.file': 'Suba un archivo.',
  'campaign.needs.phone_column': 'Indique qué columna contiene el número de teléfono.',
  'campaign.needs.value': 'Indique qué va en: {label}.',
  'campaign.needs.phones': 'Esta plantilla solo se entrega a números de teléfono.',
  'campaign.none_reachable': 'No se puede llegar a ninguna de sus filas.',
  'campaign.not_connected': 'El número de la empresa desde el que sale ya no está conectado.',
  'campaign.no_template': 'No hay ninguna plantilla elegida.',
  'campaign.template': 'La plantilla {name}: {why}',
  'campaign.template_gone': 'No hay ninguna plantilla {name} ({language}) para este número de la empresa.',
  'campaign.waits.pace': 'Mantiene los {pace, number} por minuto elegidos para ella.',
  'campaign.waits.rate':
    'WhatsApp acepta hasta {rate, plural, one {# mensaje por segundo} many {# de mensajes por segundo} other {# mensajes por segundo}} de este número; {queued, plural, one {# espera su turno} many {# esperan su turno} other {# esperan su turno}}.',
};
