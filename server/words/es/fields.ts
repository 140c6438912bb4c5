import type { fields as english } from '../en/fields.ts';

// What is wrong with a field, said as what would be right; it stands after the field's name.
export const fields: Record<keyof typeof english, string> = {
  'field.action': 'debe ser {offered}',
  'field.all': '{problems}',
  'field.array.least':
    'debe tener al menos {count, plural, one {# elemento} many {# de elementos} other {# elementos}}',
  'field.array.most':
    'debe tener como máximo {count, plural, one {# elemento} many {# de elementos} other {# elementos}}',
  'field.business_number': 'debe ser el phone_number_id de un número conectado; véase GET /api/v1/business-numbers',
  'field.bytes': 'debe ser el contenido del archivo en bytes',
  'field.contact': 'debe ser el id de un contacto',
  'field.contact.same_portfolio': 'debe ser el id de un contacto del mismo portafolio',
  'field.conversation_or_number': 'indique la conversación, o el número de la empresa en from',
  'field.cursor': 'El cursor no es uno de los nuestros. Omítalo para empezar por la primera página.',
  'field.datetime': 'debe ser una hora UTC, como 2026-11-22T17:04:22.000Z',
  'field.filename': 'debe ser lo que encodeURIComponent hace del nombre',
  'field.format': 'debe ser un {format} válido',
  'field.invalid': 'no es válido',
  'field.json': 'debe ser JSON',
  'field.kind': 'no es uno de los tipos que se aceptan aquí',
  'field.media': 'debe ser el id que respondió POST /api/v1/media, dentro de un día',
  'field.media_type': 'debe ser del tipo {wanted}; es {is}',
  'field.message': 'debe ser el id de un mensaje de este hilo',
  'field.missing': 'falta; debe ser {expected}',
  'field.named': '{field}: {problem}',
  'field.number.least': 'debe ser al menos {count, number}',
  'field.number.most': 'debe ser como máximo {count, number}',
  'field.own_number': 'no puede ser un número de la propia empresa',
  'field.phone': 'debe ser un número con código de país, como +15550002222',
  'field.phone_or_contact': 'debe ser phone o contact',
  'field.portfolio': 'debe ser el id de un portafolio',
  'field.state': 'no se puede cambiar en este estado',
  'field.string.least':
    'debe tener al menos {count, plural, one {# carácter} many {# de caracteres} other {# caracteres}}',
  'field.string.most':
    'debe tener como máximo {count, plural, one {# carácter} many {# de caracteres} other {# caracteres}}',
  'field.template': 'debe ser el nombre de una plantilla; véase GET /api/v1/templates',
  'field.type': 'debe ser {expected}',
  'field.uuid': 'debe ser un id de los nuestros, como 8101be5e-0e58-497b-a47d-20323fa83e66',
  'field.values': 'debe ser uno de: {values}',
};
