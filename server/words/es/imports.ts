// Imports: why a list is not taken in, or not gone on with.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'problem.not_found.import': 'No existe esa importación o no le corresponde verla.',
  'problem.import_masked': 'Su rol ve los números ocultos y una lista los tiene completos.',
  'title.import_masked': 'Los números están ocultos',
  'problem.import_state': 'Ahora no: primero se lee, luego se revisa y después se lleva a cabo. Pregunte cómo va.',
  'title.import_state': 'Ahora no',
  'problem.import_columns': 'Nombre cada columna de la lista en orden, o null, y cada cosa una sola vez.',
  'title.import_columns': 'Las columnas no encajan',
  'problem.import_too_long':
    'Una lista puede tener 100 MB y 1.000.000 de filas. Divídala y traiga las partes una tras otra.',
};
