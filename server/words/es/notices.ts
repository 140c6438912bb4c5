import type { notices as english } from '../en/notices.ts';

// What a thread tells between its messages about who is who.
export const notices: Record<keyof typeof english, string> = {
  'notice.username_adopted.hidden.title': '{name} ahora escribe como {username}.',
  'notice.username_adopted.hidden.detail':
    'Su número está oculto desde ahora. Es la misma cuenta de WhatsApp, así que esta conversación simplemente continúa.',
  'notice.username_adopted.shown.title': '{name} ahora tiene el nombre de usuario {username}.',
  'notice.username_adopted.shown.detail':
    'Su número sigue visible. Es la misma cuenta de WhatsApp, así que esta conversación simplemente continúa.',
  'notice.username_changed.title': '{name} cambió su nombre de usuario a {username}.',
  'notice.username_changed.detail':
    'Antes era {before}. Es la misma cuenta de WhatsApp, así que esta conversación simplemente continúa.',
  'notice.username_dropped.title': '{name} dejó el nombre de usuario {before}.',
  'notice.username_dropped.detail':
    'Otra persona puede tomarlo. Es la misma cuenta de WhatsApp, así que esta conversación simplemente continúa.',
  'notice.number_hidden.title': '{name} ocultó su número.',
  'notice.number_hidden.detail':
    'Antes escribía desde {phone}. Es la misma cuenta de WhatsApp, así que esta conversación simplemente continúa.',
  'notice.number_shown.title': '{name} vuelve a mostrar su número.',
  'notice.number_shown.detail': 'Es {phone}.',
  'notice.number_changed.title': '{name} cambió de número.',
  'notice.number_changed.both.detail':
    'De {before} a {phone}. Lo informó el propio WhatsApp, así que esta conversación simplemente continúa.',
  'notice.number_changed.known.detail':
    'Ahora es {phone}. Lo informó el propio WhatsApp, así que esta conversación simplemente continúa.',
  'notice.number_changed.hidden.detail':
    'Dejó {before}; el número nuevo está oculto. Lo informó el propio WhatsApp, así que esta conversación simplemente continúa.',
  'notice.number_changed.unknown.detail':
    'Lo informó el propio WhatsApp, así que esta conversación simplemente continúa.',
  'notice.number_released.title': '{phone} ahora es de otra cuenta de WhatsApp.',
  'notice.number_released.detail':
    'Lo que está escrito aquí se queda aquí: quien tiene ahora el número no lo ve, y las respuestas de aquí no van a ese número.',
  'notice.number_in_new_hands.title': '{phone} cambió de manos.',
  'notice.number_in_new_hands.detail':
    'Antes usaba este número otra persona. Esta es otra cuenta de WhatsApp, así que tiene un hilo propio.',
  'notice.second_number.title': '{name} ahora usa {phone}.',
  'notice.second_number.detail':
    'La misma cuenta de WhatsApp usaba antes {before}. WhatsApp no anunció el cambio; conviene comprobarlo antes de compartir algo privado.',
  'notice.conversations_joined.title': 'Conversaciones unidas.',
  'notice.conversations_joined.number_changed.detail':
    'WhatsApp informó que las dos son una misma persona con un número nuevo.',
  'notice.conversations_joined.same_number.detail':
    'El mismo número y la misma cuenta de WhatsApp llegaron juntos, así que los dos hilos son uno.',
  'notice.conversations_joined.same_parent.detail': 'WhatsApp nombró a ambas como la misma cuenta.',
  'notice.conversations_joined.number_shared.detail': 'Compartió un número que nadie más tuvo nunca.',
  'notice.number_shared.title': '{name} compartió su número.',
  'notice.number_shared.detail': 'Es {phone}, y WhatsApp garantiza que es suyo.',
  'notice.number_given_up.title': '{phone} ya no es suyo.',
  'notice.number_given_up.detail': 'A quien escriba desde ahora solo con él se le toma por otra persona.',
  'notice.security_code_changed.title': 'El código de seguridad de {name} cambió.',
  'notice.security_code_changed.detail':
    'Ocurre con un teléfono nuevo o una instalación nueva. Es la misma cuenta de WhatsApp; conviene comprobarlo antes de compartir algo privado.',
  'notice.contacts_merged.title': '{by} unió a dos personas en una.',
  'notice.contacts_split.title': '{by} separó a unas personas.',
  'notice.kept_apart.title': '{by} marcó a dos personas como nunca la misma.',
  'notice.taken_back.merge.title': '{by} deshizo la unión de dos personas.',
  'notice.taken_back.split.title': '{by} deshizo la separación de unas personas.',
  'notice.taken_back.never-merge.title': '{by} deshizo la marca «nunca la misma persona».',
  /** Of the four before. */
  'notice.said.detail': 'Su motivo: «{reason}». Cada mensaje se quedó donde estaba.',
};
