import type { app as english } from '../en/app.ts';

export const app: Record<keyof typeof english, string> = {
  'app.newVersion': 'Hay una versión nueva de la mesa. Los borradores y las respuestas sin enviar se conservan.',
  'app.reload': 'Recargar',
  'app.partMissing': 'No se pudo cargar una parte de la mesa. Los borradores y las respuestas sin enviar se conservan.',
  'app.lost.title': 'No se pudo cargar esta parte de la mesa',
  'app.lost.detail':
    'Puede que haya una versión nueva. Vuelva a cargar para seguir: los borradores y las respuestas sin enviar se conservan.',
  'app.offline.title': 'La mesa está abierta, pero no hay conexión',
  'app.offline.detail':
    'Las conversaciones aparecerán en cuanto vuelva la conexión. Los borradores y las respuestas sin enviar se conservan aquí.',
  'app.skip': 'Ir al contenido',
};
