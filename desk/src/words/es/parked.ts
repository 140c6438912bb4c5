import type { parked as english } from '../en/parked.ts';

export const parked: Record<keyof typeof english, string> = {
  'parked.orphansFailed': 'No se pudieron cargar. {why}',
  'parked.fromNumber': 'De {name}, {number}',
  'parked.received': 'Recibido {when}',
  'parked.inField': 'en {field}',
  'parked.stillParked': 'Sigue apartado. {why}',
  'parked.notReplayed': 'No se volvió a procesar. {why}',
  'parked.replayItem': 'Volver a procesar: {reason}, recibido {time}',
  'parked.replay': 'Volver a procesar',
  'parked.replayed': 'Se volvió a procesar lo que llegó a las {time}. Ya está en su lugar.',
  'parked.orphans': 'Avisos de mensajes no enviados desde aquí',
  'parked.orphansExplained':
    'Puede que otro sistema envíe desde el mismo número de la empresa; aquí no hay nada que hacer, y no se creó ningún contacto.',
  'parked.moreReceipts': 'Mostrar más avisos',
  'parked.fromUnknown': 'De un número de la empresa que aquí no se conoce',
  'parked.explained':
    'Lo que llegó y no se pudo ubicar. Nada se pierde aquí: corrija la causa y vuelva a procesarlo, y ocupará su lugar en la conversación que le corresponde.',
  'parked.failed': 'No se pudieron cargar los elementos apartados',
  'parked.nothing': 'No hay nada apartado',
  'parked.nothingDetail': 'Todo lo que llegó encontró su lugar.',
  'parked.loading': 'Cargando los elementos apartados',
  'parked.portfolioUnknown': 'De una cuenta de empresa que no está conectada',
  'parked.numberUnknown': 'Para un número de la empresa que no está conectado',
  'parked.notReadable': 'No se pudo leer',
  'parked.noIdentifier': 'No dice quién lo envía',
  'parked.groupMessage': 'De un grupo',
  'parked.timeImpossible': 'Tiene una hora imposible',
  'parked.notSaved': 'No se pudo guardar',
};
