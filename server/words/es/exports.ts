// Exports: why one is not made, or not handed out.

import type { exports_ as english } from '../en/exports.ts';

export const exports_: Record<keyof typeof english, string> = {
  'problem.not_found.export': 'No existe esa exportación o no le corresponde verla.',
  'problem.not_found.export_schedule': 'No existe esa programación o no le corresponde verla.',
  'problem.export_not_yours.kind': 'Su rol no puede leer lo que contiene esta exportación.',
  'problem.export_not_yours.accounts':
    'Su rol no puede leer los identificadores propios de WhatsApp, así que no puede tenerlos en un archivo.',
  'problem.export_not_yours.masked': 'Su rol ve los números ocultos y este archivo los tiene completos.',
  'title.export_not_yours': 'No le corresponde llevárselo',
  'problem.export_not_ready': 'No hay archivo que descargar: aún no está hecho o ya no está.',
  'title.export_not_ready': 'No hay archivo',
  'problem.too_many_exports': 'Ya esperan tantas exportaciones como pueden esperar. Pida otra cuando una termine.',
  'title.too_many_exports': 'Demasiadas exportaciones',
  'problem.too_many_schedules': 'Ya hay tantas programaciones como puede haber. Elimine una primero.',
  'title.too_many_schedules': 'Demasiadas programaciones',
  'problem.no_such_zone': 'No existe esa zona horaria. Nombre un lugar, como Europe/Lisbon.',
  'problem.no_such_rhythm':
    'Indique un día del 1 al 7 para cada semana, del 1 al 31 para cada mes y ninguno para cada día.',
  'problem.coverage_has_no_tags': 'La cobertura se cuenta sobre todas las personas: quite la etiqueta.',
  'problem.coverage_has_no_accounts': 'La cobertura se compone de recuentos: no contiene identificadores.',
  'title.export_not_possible': 'Así no es posible',
};
