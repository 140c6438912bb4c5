import type { book as english } from '../en/book.ts';

// What to do about the Contact Book.
export const book: Record<keyof typeof english, string> = {
  'book.keep_on.title': 'Mantener activado el Contact Book',
  'book.keep_on.detail':
    'Mientras está activado, Meta sigue enviando los números de las personas con quienes hubo mensajes, también después de que adopten un nombre de usuario. Está en Meta Business Suite, en los ajustes de la empresa, información de la empresa. Al desactivarlo se elimina lo que contiene; si se vuelve a activar, empieza vacío.',
  'book.turn_on.title': 'Activar el Contact Book',
  'book.turn_on.detail':
    'Los números perdidos no vuelven por sí solos; cada uno vuelve cuando hay mensajes con él. Está en Meta Business Suite, en los ajustes de la empresa, información de la empresa.',
  'book.answer_soon.title': 'Responder antes de 30 días, al número',
  'book.answer_soon.detail':
    'Sin el Contact Book, un número sigue visible 30 días después del último mensaje o llamada con él, por separado para cada número de la empresa. Las respuestas desde aquí van al número mientras se conoce.',
  'book.ask_for_number.title': 'Pedir los números',
  'book.ask_for_number.detail':
    'Donde no se conoce ninguno, un clic en el hilo lo pide. WhatsApp responde por lo que una persona comparte así.',
  'book.campaign_by_phone.title': 'Escribir a los números a punto de desaparecer',
  'book.campaign_by_phone.detail':
    'Una plantilla al número, donde sea bienvenida, lo mantiene visible otros 30 días. Las campañas de aquí van por número de teléfono.',
  'book.find_out.title': 'Indicar si el Contact Book está activado',
  'book.find_out.detail':
    'La API de Meta no lo dice. Consúltelo en Meta Business Suite, en los ajustes de la empresa, información de la empresa, y elíjalo aquí.',
  'book.looks_off.title': 'El Contact Book parece desactivado',
  'book.looks_off.detail':
    'En los mensajes recientes faltan números que se conocían, y no llegó ninguno que solo el Contact Book pudiera mostrar. Consúltelo en Meta Business Suite, en los ajustes de la empresa, información de la empresa.',
};
