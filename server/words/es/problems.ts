import type { problems as english } from '../en/problems.ts';

// Why something asked for was not done, and what may be done instead; a key begins with the problem's stable code.
export const problems: Record<keyof typeof english, string> = {
  'problem.too_many_reveals':
    'En la última hora se le mostraron muchos números. Espere un rato o consulte a un supervisor.',
  'problem.action_not_offered': 'Esa no es una respuesta a esta pregunta.',
  'problem.address_lost':
    'El número que conocía este hilo es ahora de otra cuenta de WhatsApp, y no se conoce otra forma de llegar a esta persona. No se envió nada.',
  'problem.address_lost.block':
    'No se conoce ningún número ni cuenta que sea ahora de esta persona, así que no se puede decir a WhatsApp a quién bloquear.',
  'problem.already_replayed': 'Este elemento ya se volvió a procesar. Si falló otra vez, está de nuevo en la lista.',
  'problem.bad_signature':
    'X-Hub-Signature-256 no corresponde al cuerpo con ninguno de los secretos de META_APP_SECRET.',
  'problem.bad_time.past': 'Esa hora ya pasó allí.',
  'problem.bad_time.time': '{time} no es una hora.',
  'problem.bad_time.zone': '{zone} no es una zona horaria. Nombre un lugar, como America/Bogota.',
  'problem.blocked':
    'Esta persona está bloqueada en este número de la empresa, así que WhatsApp no lo entregaría. No se envió nada.',
  'problem.bsuid_needs_relationship':
    'Una conversación se inicia por teléfono. Para llegar a una persona conocida solo por su cuenta, responda en su hilo.',
  'problem.campaign_state.cancelled': 'Esta campaña se canceló.',
  'problem.campaign_state.checking': 'Esta campaña se está revisando.',
  'problem.campaign_state.done': 'Esta campaña terminó.',
  'problem.campaign_state.draft': 'Esta campaña es un borrador: primero hay que revisarla.',
  'problem.campaign_state.paused': 'Esta campaña está en pausa.',
  'problem.campaign_state.ready': 'Esta campaña está lista para empezar.',
  'problem.campaign_state.running': 'Esta campaña está en curso.',
  'problem.campaign_state.scheduled': 'Esta campaña empezará por sí sola.',
  'problem.contact_unknown': 'No hay tal contacto.',
  'problem.contact_unknown.portfolio': 'No hay tal contacto en el portafolio de este hilo.',
  'problem.content_invalid': 'WhatsApp rechazaría este mensaje. {problems}.',
  'problem.cursor': 'El cursor no es uno de los nuestros. Omítalo para empezar por la primera página.',
  'problem.do_not_contact':
    'Se anotó que esta persona no quiere que se le escriba primero. Las respuestas en su hilo son bienvenidas. No se envió nada.',
  'problem.foreign_page': 'Una sesión solo se puede usar desde la mesa. Los programas usan una clave de API.',
  'problem.idempotency_key_reused': 'Esta Idempotency-Key se usó para otra solicitud. Use una nueva para cada una.',
  'problem.internal_error': 'Algo falló aquí. Está en el registro; puede ayudar intentarlo más tarde.',
  'problem.invalid_request.empty': 'El cuerpo está vacío.',
  'problem.invalid_request.filename': 'x-filename no es UTF-8 con codificación porcentual.',
  'problem.invalid_request.json': 'El cuerpo no es JSON.',
  'problem.link_expired': 'Este enlace caducó. Solicite el mensaje otra vez: trae uno nuevo.',
  'problem.marketing_stopped':
    'Esta persona no quiere publicidad, y WhatsApp rechazaría esta plantilla (131050). No se envió nada.',
  'problem.media_not_retryable':
    'Este archivo está en estado {state}. Solo se puede pedir otra vez uno que esté en espera, haya fallado o haya caducado.',
  'problem.media_not_sendable':
    'WhatsApp no acepta {kind, select, gif {una imagen GIF} webm {un video WebM} wav {audio WAV} zip {un archivo ZIP} other {un archivo de este tipo}}. Acepta imágenes JPEG y PNG, stickers WebP, videos MP4 y 3GPP, audio AAC, MP3, AMR, MP4 y Ogg (Opus), y documentos PDF, Word, Excel, PowerPoint y de texto sin formato.',
  'problem.media_too_large': 'WhatsApp no acepta archivos de más de {most}. Envíe uno más pequeño, o un enlace.',
  'problem.media_too_large.audio':
    'En WhatsApp, un audio puede tener {most} como máximo. Envíe uno más pequeño, o un enlace.',
  'problem.media_too_large.document':
    'En WhatsApp, un documento puede tener {most} como máximo. Envíe uno más pequeño, o un enlace.',
  'problem.media_too_large.image':
    'En WhatsApp, una imagen puede tener {most} como máximo. Envíe una más pequeña, o un enlace.',
  'problem.media_too_large.sticker':
    'En WhatsApp, un sticker puede tener {most} como máximo. Envíe uno más pequeño, o un enlace.',
  'problem.media_too_large.video':
    'En WhatsApp, un video puede tener {most} como máximo. Envíe uno más pequeño, o un enlace.',
  'problem.media_unknown': 'No hay tal archivo, o ya no está. Primero hay que subirlo.',
  'problem.media_wrong_type':
    'Este archivo se puede enviar como {is}, no como {wanted}. Todo se puede enviar como documento.',
  'problem.message_not_found': 'No hay tal mensaje en este hilo.',
  'problem.needs_phone':
    'WhatsApp entrega esta plantilla solo a un número de teléfono, y no se conoce ninguno que sea ahora de esta persona. No se envió nada.',
  'problem.never_wrote':
    'WhatsApp solo bloquea a personas que escribieron al número. Esta no lo ha hecho. No se hizo nada.',
  'problem.no_account': 'Meta elimina por cuenta de WhatsApp, y no se conoce ninguna de esta persona. No se hizo nada.',
  'problem.not_allowed': 'El rol {role} no puede hacer esto: le falta {scope}.',
  'problem.not_blocked': 'Esta persona no está bloqueada allí. No se hizo nada.',
  'problem.not_found': 'No hay {what} con este id, o no tiene permiso para verlo.',
  'problem.not_found.campaign': 'No hay ninguna campaña con este id, o no tiene permiso para verla.',
  'problem.not_found.card': 'No hay ninguna tarjeta con este id, o no tiene permiso para verla.',
  'problem.not_found.contact': 'No hay ningún contacto con este id, o no tiene permiso para verlo.',
  'problem.not_found.conversation': 'No hay ninguna conversación con este id, o no tiene permiso para verla.',
  'problem.not_found.file': 'El archivo no está aquí, o ya no está.',
  'problem.not_found.link': 'Esto no es un enlace a un archivo.',
  'problem.not_found.message': 'No hay ningún mensaje con este id, o no tiene permiso para verlo.',
  'problem.not_found.parked': 'No hay ningún elemento apartado con este id, o no tiene permiso para verlo.',
  'problem.not_found.path': '{method} aquí no lleva a ninguna parte. Lo que hay: /api/docs.',
  'problem.not_found.portfolio': 'No hay ningún portafolio con este id, o no tiene permiso para verlo.',
  'problem.not_found.review': 'No hay ninguna pregunta con este id, o no tiene permiso para verla.',
  'problem.not_found.template': 'No hay ninguna plantilla con este id, o no tiene permiso para verla.',
  'problem.not_found.upload': 'No hay ningún archivo con este id, o no tiene permiso para verlo.',
  'problem.not_kept': 'El webhook no se pudo guardar. Envíelo otra vez.',
  'problem.not_lost':
    'Solo se puede enviar otra vez un mensaje que falló o del que no se sabe qué pasó; el estado de este es {status}.',
  'problem.not_queued': 'Este mensaje ya va en camino o terminó, así que no se puede retirar.',
  'problem.not_quotable':
    'WhatsApp aún no aceptó el mensaje que se cita, o lo rechazó. Envíe sin citar, o vuelva a intentarlo cuando haya salido.',
  'problem.not_reactable': 'No se puede reaccionar a este mensaje. {why}',
  'problem.not_reactable.deleted': 'Este mensaje se eliminó.',
  'problem.not_reactable.failed': 'Este mensaje no llegó a la persona.',
  'problem.not_reactable.not_message': 'Esto no es un mensaje, sino algo hecho a uno.',
  'problem.not_reactable.not_taken': 'WhatsApp aún no aceptó este mensaje, así que nadie puede reaccionar a él.',
  'problem.not_reactable.old': 'Este mensaje tiene más de 30 días.',
  'problem.not_ready': 'La base de datos no responde.',
  'problem.not_signed_in': 'Inicie sesión, o envíe una clave de API como `Authorization: Bearer KEY`.',
  'problem.not_theirs': 'Este contacto no tiene ahora este número. No se cambió nada.',
  'problem.not_understood': 'No se puede entender la solicitud.',
  'problem.number_unknown': 'No hay tal número de la empresa.',
  'problem.own_number': 'Este número es de la propia empresa.',
  'problem.phone_invalid': 'Esto no es un número de teléfono.',
  'problem.phone_required':
    'No se conoce ningún número que sea ahora de esta persona, y una conversación se inicia por teléfono.',
  'problem.portfolio_needed': 'Hay varios portafolios: indique cuál.',
  'problem.portfolio_unclear': 'Tiene acceso a varios portafolios: indique para cuál es el archivo.',
  'problem.range_not_satisfiable': 'El archivo tiene {count, plural, one {# byte} many {# de bytes} other {# bytes}}.',
  'problem.resent_before': 'Este mensaje ya se envió otra vez, como el mensaje {id}. Consulte ese.',
  'problem.settled_before': 'Alguien ya respondió a esto.',
  'problem.storage_full':
    'El espacio para archivos está agotado, así que este no se aceptó. Un administrador puede aumentar MEDIA_QUOTA_BYTES o liberar espacio en disco.',
  'problem.storage_unreachable': 'El almacenamiento no responde. Vuelva a intentarlo en un instante.',
  'problem.template_unknown':
    'No hay tal plantilla en este idioma para este número de la empresa. Pida a un administrador que revise las plantillas.',
  'problem.template_unknown.others':
    'No hay tal plantilla en este idioma para este número de la empresa. Existe en {languages}. Pida a un administrador que revise las plantillas.',
  'problem.template_values_missing': 'No se puede completar la plantilla: {problems}',
  'problem.their_own_word': 'La propia persona detuvo la publicidad en WhatsApp. Solo ella puede deshacerlo, allí.',
  'problem.too_large': 'El cuerpo es más grande de lo que se acepta aquí.',
  'problem.too_many_listeners': 'Este nodo ya tiene todas las conexiones en vivo que admite.',
  'problem.unsupported_media_type': 'Envíe JSON, con content-type: application/json.',
  'problem.username_not_addressable':
    'WhatsApp entrega a teléfonos y cuentas, nunca a un nombre de usuario, que puede cambiar de manos. Use un teléfono.',
  'problem.window_closed.never':
    'Un mensaje libre solo se puede enviar dentro de las 24 horas del último del cliente. El cliente aún no ha escrito a este número. Una plantilla se puede enviar en cualquier momento.',
  'problem.window_closed.since':
    'Un mensaje libre solo se puede enviar dentro de las 24 horas del último del cliente. La ventana se cerró el {closedAt, time, minute}, 24 horas después del último mensaje del cliente. Una plantilla se puede enviar en cualquier momento.',
  'problem.word_may_come':
    'Aún puede saberse por sí solo si este mensaje salió. Vuelva a preguntar después del {at, time, minute}.',
  'problem.wrong_verify_token': 'El token de verificación no es el configurado como META_VERIFY_TOKEN.',
};
