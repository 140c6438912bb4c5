import type { asking as english } from '../en/asking.ts';

// Whether a person's number may be asked for, and what came of it.
export const asking: Record<keyof typeof english, string> = {
  'asking.shared_before':
    'Compartió su número. Otra persona de aquí lo tenía antes, así que queda la pregunta de si son la misma; un supervisor puede aclararlo.',
  'asking.not_theirs':
    'Compartió su número cuando se le pidió, pero ya no es suyo. No se le pide a nadie dos veces en 30 días.',
  'asking.message': 'La persona ve un botón que comparte el número. Si lo toca o no, es decisión suya.',
  'asking.template':
    'Pasaron más de 24 horas, así que la pregunta va como plantilla con un botón que comparte el número.',
  'asking.number_known': 'Se conoce su número.',
  'asking.blocked': 'Esta persona está bloqueada en este número.',
  'asking.address_lost': 'No se conoce ninguna forma de llegar a esta persona. Hay que esperar a que escriba.',
  'asking.pending': 'Ya se le pidió y aún no ha respondido. WhatsApp no informa si alguien se niega.',
  'asking.no_answer': 'Se le pidió y no respondió. No se le pide a nadie dos veces en 30 días.',
  'asking.asked_recently': 'Se le pidió hace poco. No se le pide a nadie dos veces en 30 días.',
  'asking.no_template':
    'Pasaron más de 24 horas, y no hay ninguna plantilla aprobada con el botón que comparte el número. Un administrador puede crear una en WhatsApp Manager.',
  'asking.refused': '{why} No se envió nada.',
  'asking.refused.again': '{why} Se puede volver a pedir el {again, date, day}. No se envió nada.',
};
