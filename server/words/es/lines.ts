import type { lines as english } from '../en/lines.ts';

// One line for a message, a call or a choice, in lists and quotes.
export const lines: Record<keyof typeof english, string> = {
  'line.deleted': 'Este mensaje se eliminó.',
  'line.empty': 'Mensaje vacío',
  'line.image': 'Foto',
  'line.image.said': 'Foto: {text}',
  'line.video': 'Video',
  'line.video.said': 'Video: {text}',
  'line.voice': 'Mensaje de voz',
  'line.audio': 'Audio',
  'line.document': 'Documento',
  'line.document.said': 'Documento: {text}',
  'line.sticker': 'Sticker',
  'line.location': 'Ubicación',
  'line.location.said': 'Ubicación: {text}',
  'line.cards': 'Compartió un contacto',
  'line.cards.named':
    '{count, plural, =1 {Compartió un contacto: {names}} one {Compartió # contacto: {names}} many {Compartió # de contactos: {names}} other {Compartió # contactos: {names}}}',
  'line.reaction': 'Reaccionó {emoji}',
  'line.reaction.gone': 'Retiró una reacción',
  'line.chose': 'Eligió: {text}',
  'line.form': 'Formulario respondido',
  'line.order':
    '{count, plural, one {Pedido de # artículo} many {Pedido de # de artículos} other {Pedido de # artículos}}',
  'line.order.said':
    '{count, plural, one {Pedido de # artículo: {text}} many {Pedido de # de artículos: {text}} other {Pedido de # artículos: {text}}}',
  'line.edit': 'Editó un mensaje',
  'line.edit.said': 'Editó un mensaje: {text}',
  'line.revoke': 'Eliminó un mensaje',
  'line.template': 'Plantilla: {text}',
  'line.withheld': 'Un mensaje que WhatsApp no pudo entregar. Pida a la persona que lo envíe otra vez.',
  'line.unsupported':
    'Un tipo de mensaje que WhatsApp no entrega a empresas. Pida a la persona que lo envíe de otra forma.',
  'line.unsupported.named':
    'Un mensaje del tipo «{kind}», que WhatsApp no entrega a empresas. Pida a la persona que lo envíe de otra forma.',
  'line.unknown': 'Mensaje de un tipo aún no conocido: {kind}',
  'line.unknown.unnamed': 'Mensaje de un tipo aún no conocido: sin nombre',
  'line.call': 'Llamada',
  'line.call.ended': 'Llamada · {length}',
  'line.call.ringing.in': 'Llamada entrante',
  'line.call.ringing.out': 'Llamando',
  'line.call.in_progress': 'Llamada en curso',
  'line.call.missed.in': 'Llamada perdida',
  'line.call.missed.out': 'Llamada sin respuesta',
  'line.call.rejected': 'Llamada rechazada',
  'line.call.failed': 'La llamada falló',
};
