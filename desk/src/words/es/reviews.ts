import type { reviews as english } from '../en/reviews.ts';

export const reviews: Record<keyof typeof english, string> = {
  'reviews.asked': 'Se preguntó {day}',
  'reviews.conversationsOf': 'Conversaciones de {name}',
  'reviews.onlyOne': 'Solo sobre un cliente.',
  'reviews.showAll': 'Mostrar todo',
  'reviews.whatLed': 'Qué llevó a esto',
  'reviews.nothingOpen': 'Nada que mirar',
  'reviews.nothingOpenDetail': 'Cada quien es quien se cree, hasta donde WhatsApp informa.',
  'reviews.nothingSettled': 'Todavía no hay nada aclarado',
  'reviews.nothingSettledDetail': 'Aquí quedan las preguntas ya respondidas.',
  'reviews.loading': 'Cargando',
  'reviews.failed': 'No se pudieron cargar las preguntas',
  'reviews.open': 'Abiertas',
  'reviews.settled': 'Aclaradas',
  'reviews.explained':
    'Lo que WhatsApp no dice y una máquina no debe adivinar. Hasta que se aclare, no se une nada ni se muestran a nadie los mensajes de otra persona.',
  'reviews.questions': 'Preguntas',
  'reviews.settledThanks': 'Aclarado, gracias. Consta en la cronología de las personas de que se trata.',
  'reviews.reason': 'Nos lo dijo por teléfono',
};
