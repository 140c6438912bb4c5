// Imports: lists of people from other systems.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'imports.title': 'Importaciones',
  'imports.intro': 'Traiga personas de listas de otros sistemas. Verá qué pasaría antes de que pase nada.',
  'imports.choose': 'Elegir un archivo CSV',
  'imports.uploading': 'Se está leyendo la lista',
  'imports.failed': 'No se pueden mostrar las importaciones',
  'imports.none': 'Aún no hay listas',
  'imports.noneDetail':
    'Una lista nombra personas por número o por el identificador de su CRM, con etiquetas, campos y deseos. La misma lista otra vez no cambia nada.',
  'imports.list': 'Lista',
  'imports.stateName': 'Estado',
  'imports.state':
    '{state, select, reading {Leyendo} mapping {Faltan las columnas} checking {En revisión} checked {Lista para ejecutar} running {En curso} done {Hecha} cancelled {Detenida} other {No se sabe}}',
  'imports.rows': '{count, plural, one {# fila} many {# de filas} other {# filas}}',
  'imports.brought': 'Traída',
  'imports.broughtBy': '{when}, {name}',
  'imports.outcomes': 'Qué pasa con sus filas',
  'imports.outcome':
    '{outcome, select, created {Personas nuevas} updated {Conocidas, con algo nuevo} unchanged {Conocidas, nada nuevo} skipped {Omitidas} other {No se sabe}}',
  'imports.reason':
    '{reason, select, no_identifier {Ni número ni identificador} invalid_phone {No es un número que WhatsApp conozca} double {Igual que una línea anterior} own_number {Un número nuestro} erased {Se borró aquí: vuelve si escribe} number_changed_hands {El número cambió de manos: no se sabe a quién se refiere la lista} in_question {Quién es, es una pregunta abierta} conflict {Número e identificador son de dos personas} several {Lo tiene más de una persona} username_only {Solo un nombre de usuario, y cambian de manos} not_found {Nadie tiene este identificador} invalid_value {Un valor que no encaja en su campo} unknown_tag {Una etiqueta que no existe} other {Omitida}}',
  'imports.back': 'Todas las importaciones',
  'imports.oneFailed': 'No se puede mostrar esta importación',
  'imports.columns': 'Qué son las columnas',
  'imports.columnsHint': 'Lo adivinamos por sus títulos y por lo que contienen. Corrija lo que esté mal.',
  'imports.leaveOut': 'Omitir',
  'imports.target':
    '{kind, select, phone {Número de teléfono} name {Nombre} username {Nombre de usuario} tags {Etiquetas} opt_in {Quiere marketing} opt_out {No quiere marketing} other {No se sabe}}',
  'imports.field': 'Campo: {name}',
  'imports.externalId': 'Identificador en el otro sistema, guardado en: {name}',
  'imports.country': 'Los números sin código de país son de',
  'imports.countryHint': 'Sin país se omiten.',
  'imports.noCountry': 'Ningún país coincide.',
  'imports.byUsername': 'Buscar personas también por nombre de usuario',
  'imports.byUsernameHint': 'Un nombre de usuario puede ser ya de otra persona. Nunca se escribe a nadie por él.',
  'imports.createTags': 'Crear las etiquetas que aún no existen',
  'imports.check': 'Ver qué pasaría',
  'imports.change': 'Cambiar las columnas',
  'imports.run': 'Ejecutar la importación',
  'imports.runAsk': '¿Ejecutar «{name}»?',
  'imports.runExplained':
    '{created, plural, one {Entra # persona nueva} many {Entran # de personas nuevas} other {Entran # personas nuevas}} y se anota algo de {updated, plural, one {# conocida} many {# de conocidas} other {# conocidas}}. No se une a nadie ni se escribe a nadie.',
  'imports.stop': 'Detener',
  'imports.stopped': 'Detenida. Lo que ya se hizo se queda.',
  'imports.progress': '{done} de {total} filas',
  'imports.would': 'Qué pasaría',
  'imports.became': 'Qué pasó',
  'imports.why': 'Por qué se omiten filas',
  'imports.line': 'Línea',
  'imports.says': 'Qué dice',
  'imports.sameAs': 'Línea {line}',
  'imports.report': 'Descargar todas las filas',
  'imports.show': 'Mostrar',
  'imports.all': 'Todas las filas',
  'imports.noRows': 'No hay filas así',
  'imports.noRowsDetail': 'Elija otra clase para ver sus filas.',
};
