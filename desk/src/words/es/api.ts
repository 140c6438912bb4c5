import type { api as english } from '../en/api.ts';

export const api: Record<keyof typeof english, string> = {
  'api.answered': 'El servidor respondió {status}.',
  'api.behind': 'Espera al anterior.',
  'api.unreachable': 'No se puede conectar con Throughline en este momento. Revise la conexión y vuelva a intentarlo.',
  'api.tooManyTries': 'Demasiados intentos. Espere un minuto y vuelva a intentarlo.',
  'api.cannotCheck': 'Throughline no pudo comprobarlo en este momento. Vuelva a intentarlo en un instante.',
  'api.wentWrong': 'Algo salió mal. Vuelva a intentarlo.',
};
