import type { common as english } from '../en/common.ts';

// What is said in more than one folder of screens.

export const common: Record<keyof typeof english, string> = {
  'common.tryAgain': 'Reintentar',
  'common.cancel': 'Cancelar',
  'common.close': 'Cerrar',
  'common.delete': 'Eliminar',
  'common.stop': 'Detener',
  'common.save': 'Guardar',
  'common.back': 'Volver',
  'common.showMore': 'Mostrar más',
  'common.quoted': '«{words}»',
  'common.optional': 'Opcional.',
  'common.wentWrong': 'Algo salió mal.',
  'common.yes': 'Sí',
  'common.no': 'No',
};
