import type { failures as english } from '../en/failures.ts';

// Why WhatsApp refused something, and what to do: the words of the error table (whatsapp/error-table.ts).
export const failures: Record<keyof typeof english, string> = {
  'failure.access':
    'Nuestra conexión con WhatsApp no tiene permiso para esto. Pida a un administrador que revise el token de acceso y sus permisos.',
  'failure.passing': 'WhatsApp tuvo un problema propio. El mensaje no tiene nada de malo; se reintenta por sí solo.',
  'failure.too_many':
    'Se hicieron demasiadas solicitudes a WhatsApp en poco tiempo. Se reintenta por sí solo, más despacio.',
  'failure.blocks_busy': 'WhatsApp estaba ocupado con la lista de personas bloqueadas. Se reintenta por sí solo.',
  'failure.template':
    'WhatsApp no aceptó la plantilla. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.call': 'WhatsApp rechazó la llamada. En su lugar, escriba a la persona.',
  'failure.block':
    'WhatsApp no pudo bloquear o desbloquear a esta persona. Solo puede dentro de las 24 horas de su último mensaje.',
  'failure.unknown':
    'WhatsApp rechazó esto con un error que aún no conocemos. Pida a un administrador que consulte el código de error.',
  'failure.100': 'WhatsApp no entendió la solicitud. Pida a un administrador que informe este error.',
  'failure.190': 'Nuestro acceso a WhatsApp caducó. Pida a un administrador que renueve el token de acceso.',
  'failure.368':
    'WhatsApp bloqueó la cuenta de la empresa por sus políticas. Pida a un administrador que revise la cuenta.',
  'failure.130403': 'La empresa bloqueó a esta persona. Para escribirle, primero hay que desbloquearla.',
  'failure.130429': 'Los mensajes salen más rápido de lo que WhatsApp permite. Se reintenta por sí solo.',
  'failure.130472':
    'WhatsApp retiene la publicidad para esta persona como parte de un experimento. Hay que esperar a que escriba primero.',
  'failure.130497': 'La empresa no puede enviar mensajes a personas de este país. Desde aquí no se puede hacer nada.',
  'failure.131008':
    'A la solicitud a WhatsApp le faltaba algo necesario. Pida a un administrador que informe este error.',
  'failure.131009':
    'WhatsApp no aceptó un valor, casi siempre un identificador desactualizado de la persona. Se consulta de nuevo y se intenta una vez más.',
  'failure.131021': 'El mensaje iba dirigido al propio número de la empresa. Elija otro destinatario.',
  'failure.131026':
    'WhatsApp no pudo entregarlo. Puede que el número no esté en WhatsApp o que la aplicación sea demasiado antigua. Conviene llegar a la persona de otra forma.',
  'failure.131030':
    'Un número de prueba solo puede escribir a las personas de su lista. Pida a un administrador que añada a la persona o que use un número real.',
  'failure.131031': 'WhatsApp cerró la cuenta de la empresa. Pida a un administrador que revise la cuenta.',
  'failure.131042':
    'Hay un problema con el medio de pago de la empresa. Pida a un administrador que lo resuelva con Meta.',
  'failure.131047':
    'Pasaron más de 24 horas desde que la persona escribió por última vez. En su lugar, envíe una plantilla.',
  'failure.131048':
    'WhatsApp limita este número porque hubo denuncias por sus mensajes. Espere, y escriba solo a quienes lo esperan.',
  'failure.131049':
    'WhatsApp limita cuánta publicidad recibe una persona. Espere al menos un día antes de volver a intentarlo.',
  'failure.131050': 'La persona pidió no recibir publicidad. No le envíe más hasta que vuelva a pedirla.',
  'failure.131051': 'WhatsApp no admite este tipo de mensaje. Envíelo de otra forma.',
  'failure.131052': 'El archivo que envió la persona no se pudo descargar. Pídale que lo envíe otra vez.',
  'failure.131053': 'El archivo adjunto no se pudo subir. Revise su tipo y tamaño, y adjúntelo de nuevo.',
  'failure.131055':
    'Esta plantilla no tiene la categoría correcta para envíos de publicidad. Elija una plantilla de publicidad.',
  'failure.131056':
    'Se enviaron demasiados mensajes a esta persona en poco tiempo. Se reintenta por sí solo, más despacio.',
  'failure.131057':
    'El número de la empresa está en mantenimiento en WhatsApp por un momento. Se reintenta por sí solo.',
  'failure.131060':
    'WhatsApp no pudo poner este mensaje a disposición de las empresas. Pida a la persona que lo envíe de otra forma.',
  'failure.131062':
    'Este tipo de mensaje solo se puede enviar a un número de teléfono, y la persona ocultó el suyo. Pídale que lo comparta.',
  'failure.131063':
    'Las plantillas de publicidad están desactivadas para esta cuenta en este canal. Pida a un administrador que configure los envíos de publicidad.',
  'failure.131064':
    'WhatsApp limita esta cuenta porque se enviaron plantillas con la categoría equivocada. Espere, y pida a un administrador que revise las categorías.',
  'failure.132000':
    'La cantidad de valores no corresponde a la plantilla. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132001':
    'La plantilla no existe en este idioma o aún no está aprobada. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132005':
    'El texto es demasiado largo una vez completados los valores. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132007':
    'El contenido de la plantilla va contra las políticas de WhatsApp. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132012':
    'Un valor no tiene la forma que pide la plantilla. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132015':
    'WhatsApp puso en pausa la plantilla por su baja calidad. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132016':
    'WhatsApp desactivó la plantilla de forma definitiva. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132018':
    'Los valores dados para la plantilla no son válidos. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132068':
    'El formulario de la plantilla está bloqueado. Elija otra plantilla, o pida a un administrador que corrija esta.',
  'failure.132069':
    'El formulario de la plantilla se envió demasiadas veces en la última hora. Se reintenta por sí solo, más despacio.',
  'failure.133010': 'El número de la empresa no está registrado en WhatsApp. Pida a un administrador que lo registre.',
  'failure.134100': 'De esta forma solo se pueden enviar plantillas de publicidad. Elija una plantilla de publicidad.',
  'failure.134101': 'La plantilla aún se está preparando para envíos de publicidad. Se reintenta por sí solo.',
  'failure.134102':
    'Los envíos de publicidad no están disponibles en WhatsApp en este momento. Se reintenta por sí solo.',
  'failure.137000':
    'El código de seguridad de la persona cambió desde la última comprobación. Conviene comprobar quién es antes de volver a escribir.',
  'failure.138006': 'La persona no ha permitido llamadas de la empresa. Primero hay que pedirle permiso.',
  'failure.138009': 'Se pidió permiso para llamar demasiadas veces. Espere al menos un día antes de volver a pedirlo.',
  'failure.138012': 'Se alcanzó el límite diario de llamadas a esta persona. Vuelva a llamar mañana, o escriba.',
  'failure.139100':
    'WhatsApp no pudo bloquear o desbloquear a esta persona. Solo bloquea a quienes escribieron en las últimas 24 horas.',
  'failure.139101':
    'Este número bloqueó a 64 000 personas, que es todo lo que WhatsApp permite. Primero hay que desbloquear a alguien.',
  'failure.none': 'Falló.',
};
