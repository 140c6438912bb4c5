// The test customer: what other systems make of somebody who does not exist and has no number.

import type { canary as english } from '../en/canary.ts';

export const canary: Record<keyof typeof english, string> = {
  'canary.title': 'Cliente de prueba',
  'canary.intro':
    'Un cliente que no existe recorre sus otros sistemas. Tiene un nombre de usuario y ningún número. Escribe, cambia de nombre de usuario, recibe otra cuenta y se borra.',
  'canary.back': 'Preparación',
  'canary.failed': 'No se puede mostrar el cliente de prueba',
  'canary.onTheWay': 'En camino',
  'canary.interrupted': 'Interrumpido',
  'canary.eachDay': 'Cada día',
  'canary.off': 'Apagado',
  'canary.notDaily': 'No sale por sí solo.',
  'canary.next': 'Sale cada día; la próxima vez, {when}.',
  'canary.look': 'Qué hizo cada sistema con él',
  'canary.send': 'Enviarlo ahora',
  'canary.sent': 'El cliente de prueba está en camino.',
  'canary.settings': 'Ajustes',
  'canary.none': 'Todavía no ha salido',
  'canary.noneDetail': 'Envíelo ahora, o deje que salga cada día.',
  'canary.run': 'Se muestra',
  'canary.portfolio': 'Portafolio',
  'canary.broken':
    '{count, plural, =0 {Ninguno falló} one {Falló # sistema} many {Fallaron # de sistemas} other {Fallaron # sistemas}}',
  'canary.byTime': 'Salió {when}, por sí solo.',
  'canary.bySomebody': 'Salió {when}, enviado por {who}.',
  'canary.nobody': 'No había a quién avisar.',
  'canary.systems': 'Sistemas',
  'canary.verdict':
    '{verdict, select, waiting {Sin terminar} well {Lo acepta bien} slow {Lento} refused {Falla} no_answer {Sin respuesta} skipped {Omitido} read {Leído y olvidado} not_read {Nunca leído} other {Nunca leído}}',
  'canary.skipped':
    '{why, select, paused {En pausa} disabled {Desactivado} left_out {Omitido} not_wanted {No quiere mensajes} no_line {Sin número de empresa} removed {Quitado entretanto} other {Quitado entretanto}}',
  'canary.tries':
    '{count, plural, one {Se intentó una vez.} many {Se intentó # de veces.} other {Se intentó # veces.}}',
  'canary.took': 'Aceptado en {ms, number} ms',
  'canary.callState':
    '{state, select, taken {Aceptado} failed {No aceptado} waiting {Por venir} not_tried {Sin intentar} other {Sin intentar}}',
  'canary.whatToDo': 'Qué hacer',
  'canary.steps': 'Paso a paso',
  'canary.kind':
    '{kind, select, webhook {Por webhook} relay {Detrás del relevo} reader {Lee la secuencia} other {Lee la secuencia}}',
  'canary.answers':
    '{count, plural, one {Le escribió # mensaje. No llegó a nadie.} many {Le escribió # de mensajes. No llegaron a nadie.} other {Le escribió # mensajes. No llegaron a nadie.}}',
  'canary.step':
    '{step, select, created {Alguien nuevo, sin número} conversation {Empieza su conversación} message {Escribe} answer {Recibe una respuesta} delivered {La respuesta se entrega} username_lost {Deja un nombre de usuario} username_gained {Toma un nombre de usuario} renamed {Cambia su nombre de usuario} account_lost {Termina una cuenta suya} account_gained {Tiene otra cuenta} account_changed {Cambia su cuenta} message_again {Escribe desde la cuenta nueva} erased {Se borra} other {Se borra}}',
  'canary.why':
    '{cause, select, unreachable {Nadie puede llegar a él.} address {Su dirección ya no acepta llamadas.} signature {No acepta la firma. Puede que el secreto haya cambiado.} busy {Dice que tiene demasiado trabajo.} takes_nothing {Por ahora no acepta nada, de nadie.} no_number {Acepta lo que se cuenta de otros clientes, y no de uno sin número.} stand_in {Recibió un número sustituto y lo rechaza. Puede que compruebe los números con una lista de países.} new_username {Falla cuando alguien cambia de nombre de usuario. Puede que lo use como clave.} new_account {Falla cuando alguien recibe otra cuenta. Puede que conozca a cada persona por una sola cuenta.} erasure {No puede olvidar a nadie. Lo que tiene de clientes reales también se queda.} slow {Responde, pero tarda más de cinco segundos.} other {No se aceptó.}}',
  'canary.fix':
    '{cause, select, unreachable {Mire si funciona y si su dirección y su certificado son correctos.} address {Escriba la dirección que tiene ahora.} signature {Ponga allí el secreto correcto, o dele uno nuevo.} busy {Haga que acepte más a la vez, o que responda antes de trabajar.} takes_nothing {Mire su registro. Necesita ayuda antes de que esta prueba diga más.} no_number {Busque en su registro un número que se lee y no está. Reconozca a las personas por su identificador.} stand_in {Desactive allí la comprobación de números, o conéctelo con cuentas.} new_username {Muestre los nombres de usuario, y nunca busque a nadie por ellos.} new_account {Siga los cambios de cuenta. Busque a las personas por el identificador del contacto.} erasure {Haga que acepte los borrados y elimine lo que guarda con ese identificador.} slow {Primero responder, después trabajar.} other {Mire su registro.}}',
  'canary.enabled': 'Cada día',
  'canary.enabledHint':
    'Los sistemas que no pueden pasar por alto a un cliente de prueba tienen uno más cada día, hasta que se les pide borrarlo.',
  'canary.clock': 'A las',
  'canary.zone': 'Según los relojes de',
  'canary.noZone': 'No existe ese lugar',
  'canary.through': 'Por estos sistemas',
  'canary.throughHint': 'Los nuevos se añaden por sí solos.',
  'canary.feed': 'También a quienes leen la secuencia y la emisión',
  'canary.feedHint': 'Quién lo ha leído se sabe por los borrados que confirma.',
  'canary.save': 'Guardar',
  'canary.saved': 'Guardado.',
  'canary.known': 'Cómo lo reconoce un sistema',
  'canary.knownBy':
    'Los eventos llevan «synthetic», y cada llamada el encabezado X-Throughline-Synthetic. Su nombre es siempre Throughline Canary. Aquí no aparece nunca, y no se le envía nada.',
  'canary.notice':
    '{count, plural, one {# sistema falla con el cliente de prueba.} many {# de sistemas fallan con el cliente de prueba.} other {# sistemas fallan con el cliente de prueba.}}',
};
