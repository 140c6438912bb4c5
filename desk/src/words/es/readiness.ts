// Readiness: which other systems still count on a phone number, as audits of them found.

import type { readiness as english } from '../en/readiness.ts';

export const readiness: Record<keyof typeof english, string> = {
  'readiness.title': 'Preparación',
  'readiness.intro':
    'Cuáles de sus otros sistemas aún cuentan con un número de teléfono. Los clientes pueden ocultar el suyo.',
  'readiness.back': 'Todos los sistemas',
  'readiness.failed': 'No se pueden mostrar los sistemas',
  'readiness.oneFailed': 'No se puede mostrar esta auditoría',
  'readiness.none': 'Aún no se auditó ningún sistema',
  'readiness.noneDetail':
    'Una auditoría envía a un sistema webhooks inventados con número y sin él, o lee sus archivos. Después entrega lo que encontró.',
  'readiness.how': 'Ejecútela donde está el sistema, con la clave de un desarrollador:',
  'readiness.system': 'Sistema',
  'readiness.onStaging': 'En pruebas',
  'readiness.inFiles': 'En sus archivos',
  'readiness.notAudited': 'Sin auditar',
  'readiness.score': '{score, number} de 100',
  'readiness.places': '{count, plural, one {# lugar} many {# de lugares} other {# lugares}}',
  'readiness.clean': 'Nada encontrado',
  'readiness.holds':
    '{count, plural, one {Resiste {held, number} de # tipo de webhook} many {Resisten {held, number} de # de tipos de webhooks} other {Resisten {held, number} de # tipos de webhooks}}',
  'readiness.fewer': '{count, number} menos que antes',
  'readiness.more': '{count, number} más que antes',
  'readiness.same': 'Tantos como antes',
  'readiness.readBack': 'Se leyó y comparó lo que hizo con los webhooks.',
  'readiness.notRead':
    'No se pudo leer lo que hizo con los webhooks. Los mensajes aceptados y perdidos no se ven aquí.',
  'readiness.whatToDo': 'Qué hacer',
  'readiness.report': 'Informe para entregar',
  'readiness.remove': 'Quitar',
  'readiness.removeAsk': '¿Quitar {name}?',
  'readiness.removeExplained': 'Se van todas sus auditorías. El sistema en sí no se toca.',
  'readiness.removed': 'Se quitó el sistema.',
  'readiness.all': 'Todo lo que se envió',
  'readiness.cameIn': 'Lo que llegó',
  'readiness.withNumber': 'Con número',
  'readiness.without': 'Sin número',
  'readiness.result': 'Resultado',
  'readiness.answered': '{statuses} en {ms, number} ms',
  'readiness.unknownRule': 'Lo encontró una auditoría más nueva. Esta versión no puede decir qué es.',
  'readiness.inEnglish': 'En palabras de la auditoría, en inglés.',
  'readiness.family':
    '{family, select, reading {Cuenta con que haya un número} keys {Encuentra a las personas por su número} sending {Envía solo a números} stores {Tablas que necesitan un número} files {Esquemas, listas y flujos que necesitan un número} other {Otra cosa}}',
  'readiness.outcome':
    '{outcome, select, held {Igual que con número} refused {Rechazado} no_answer {Sin respuesta} slow {Mucho más lento} answered_otherwise {Responde otra cosa} lost {Aceptado y perdido} split {Una persona pasó a ser dos} mixed {Dos personas pasaron a ser una} wrote_undefined {Escribió «undefined»} cut_id {Recortó un id de cuenta} not_judged {Sin juzgar} other {Desconocido}}',
  'readiness.why':
    '{outcome, select, held {Hace lo mismo con número y sin él.} refused {El mismo webhook se acepta con número y se rechaza sin él. Se reenvía durante días y después se pierde.} no_answer {Con número responde. Sin él no vuelve nada a tiempo.} slow {Sin número tarda más de cinco veces más.} answered_otherwise {Se acepta, pero la respuesta no es la que da con número.} lost {Responde que todo va bien y no guarda nada. El mensaje no vuelve a llegar.} split {Alguien conocido pasa a ser nuevo cuando falta el número o cambia la cuenta. Su historial queda atrás.} mixed {Dos personas comparten un registro. A una se le responde por lo que dijo la otra.} wrote_undefined {El número que falta se escribió como la palabra «undefined». Todos los que ocultan el suyo acaban ahí.} cut_id {Lo que queda del id de cuenta parece un número y puede ser de otra persona.} not_judged {Tampoco se acepta con número.} other {Aún no hay palabras para esto.}}',
  'readiness.fix':
    '{outcome, select, held {No hay nada que hacer.} refused {Lea el id de cuenta donde falta el número.} no_answer {Busque en su registro de ese momento algo que se leyó y no está.} slow {Busque una consulta que lo recorre todo porque el número está vacío.} answered_otherwise {Lea las dos respuestas. Quizá una diga que no se hizo nada.} lost {Busque una línea que pasa por alto lo que no tiene número.} split {Encuentre a las personas primero por id de cuenta y después por número. Siga los cambios de cuenta.} mixed {Nunca encuentre a personas por algo que puede estar vacío o cambiar de dueño.} wrote_undefined {No guarde nada donde no hay nada. Encuentre a las personas por id de cuenta.} cut_id {Guarde los ids de cuenta enteros, como texto.} not_judged {Vea por qué no se acepta en absoluto.} other {Vea el informe.}}',
  'readiness.shape':
    '{shape, select, text_hidden {Un texto con nombre de usuario y sin número} text_both {Un texto con nombre de usuario y número} text_parent {Un texto con dos ids de cuenta y sin número} text_alias {Un texto con un número que no es de nadie} image {Una foto} audio {Un mensaje de voz} document {Un documento} sticker {Un sticker} location {Un lugar} contacts {La tarjeta de alguien} button {El botón de una plantilla} button_reply {Un botón} list_reply {Una opción de una lista} order {Un pedido} unsupported {Un mensaje de tipo desconocido} reaction {Una reacción} edit {Un mensaje cambiado} revoke {Un mensaje retirado} status_sent {El estado «enviado»} status_delivered {El estado «entregado»} status_read {El estado «leído»} status_failed {El estado «fallido»} call_connect {Una llamada} call_terminate {El final de una llamada} preference_stop {No a la publicidad} preference_resume {Sí a la publicidad} batch {Dos mensajes en un webhook} hides_later {Alguien que oculta su número después} shows_later {Alguien que muestra su número después} account_changed {Alguien cuya cuenta cambia} two_hidden {Dos personas sin número} username_passed_on {Un nombre de usuario que toma otra persona} other {Otra cosa}}',
  'readiness.filesRead':
    '{count, plural, one {Se leyó # archivo} many {Se leyeron # de archivos} other {Se leyeron # archivos}}',
  'readiness.moreFound':
    '{count, plural, one {Queda # lugar más sin mostrar.} many {Quedan # de lugares más sin mostrar.} other {Quedan # lugares más sin mostrar.}}',
  'readiness.readers': 'Lo que cuenta Throughline',
  'readiness.readersIntro':
    'Webhooks y sistemas detrás del relé, según lo que pasó últimamente con lo que se les contó. No se sabe aquí qué hacen con lo que aceptaron.',
  'readiness.readersNone': 'Aún no se cuenta nada a otros sistemas.',
  'readiness.reader': 'Lector',
  'readiness.toldWith': 'De personas con número',
  'readiness.toldWithout': 'De personas sin número',
  'readiness.told': '{taken, number} aceptados, {troubled, number} con problemas',
  'readiness.verdictName': 'Cómo está',
  'readiness.verdict':
    '{verdict, select, breaks {Falla sin número} takes_both {Acepta a ambas} needs_number {Necesita un número} not_known {Aún no se sabe} other {Aún no se sabe}}',
  'readiness.titled': '{kind, select, code {{name}, en sus archivos} other {{name}, en pruebas}}',
};
