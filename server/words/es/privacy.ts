import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'Tu código es {code}. Nos preguntaste por tus datos personales; di este código a quien te atiende. Vale 15 minutos. Si no lo pediste, ignora este mensaje.',
  'problem.erased': 'Esta persona fue borrada por deseo propio. Aquí no queda nada de ella.',
  'title.erased': 'Borrado',
  'problem.privacy_ended': 'Esta solicitud ya terminó. Registra otra.',
  'problem.privacy_running': 'Esta solicitud se está llevando a cabo y no se puede detener a medias.',
  'problem.privacy_not_verified':
    'Nadie ha demostrado aún ser la persona de la que se trata. Envía un código o anota lo que se vio.',
  'problem.privacy_already_verified': 'Ya se verificó quién lo pide.',
  'problem.privacy_held': 'Una retención legal conserva los datos de esta persona. Levántala primero.',
  'problem.privacy_no_corrections': 'Indica primero qué hay que corregir.',
  'problem.privacy_no_rectification': 'Solo una solicitud de corrección indica qué corregir. Registra una.',
  'problem.privacy_not_awaiting': 'No hay nada que aprobar: ponla en marcha primero.',
  'problem.privacy_same_person': 'Quien la puso en marcha no puede aprobarla. Debe mirarla otra persona.',
  'problem.privacy_already_extended': 'El plazo ya se amplió, y solo puede ampliarse una vez.',
  'problem.privacy_already_confirmed': 'Ya se confirmó su recepción.',
  'problem.privacy_not_running': 'No se está llevando a cabo.',
  'problem.privacy_code_too_soon': 'Hace un momento salió un código. En un minuto puedes enviar otro.',
  'problem.privacy_no_thread': 'No hay conversación con esta persona a la que enviar un código. Anota otra prueba.',
  'problem.privacy_code_not_sent': 'WhatsApp no aceptaría ahora un mensaje para esta persona. Anota otra prueba.',
  'problem.privacy_code_window_closed':
    'Han pasado más de 24 horas desde que esta persona escribió, y no hay una plantilla de autenticación aprobada con la que enviar un código. Pide que escriba primero, consigue que se apruebe una plantilla así o anota otra prueba.',
  'problem.privacy_code_needs_phone':
    'Han pasado más de 24 horas desde que esta persona escribió. Con una plantilla de autenticación, un código solo va a un número de teléfono, y el suyo no se conoce. Pide que escriba primero o anota otra prueba.',
  'problem.privacy_code_address_lost':
    'El número que conocía esta conversación es ahora de otra persona, y el código le llegaría a ella. Anota otra prueba.',
  'problem.privacy_code_blocked': 'Esta persona está bloqueada en este número. Desbloquéala o anota otra prueba.',
  'problem.privacy_code_wrong':
    'Ese no es el código. Se puede probar {left, plural, one {# vez más} many {# veces más} other {# veces más}}.',
  'problem.privacy_code_used_up': 'Este código ya no vale. Envía otro.',
  'problem.privacy_no_archive':
    'No hay archivo que descargar: la solicitud no es de copia, no se ha puesto en marcha o su plazo pasó.',
  'problem.privacy_correction_refused':
    'Una de las correcciones no se puede hacer tal como está, así que no se hizo ninguna. El ensayo dice cuál y por qué.',
  'problem.privacy_whom': 'Indica de quién se trata: contactId o subject.',
  'problem.subject_unknown':
    'Hoy nadie lo tiene. Quien lo tuvo antes aparece en /privacy/subjects; indícalo por contactId cuando su identidad esté probada.',
  'problem.subject_not_unique': 'Encajan varias personas. Mira /privacy/subjects e indica una por contactId.',
  'problem.privacy_account_unknown': 'Una de estas cuentas no es de este contacto.',
  'correction.nobody_left': 'No quedaría nadie de quien trate la solicitud.',
  'correction.contact_unknown': 'Ese contacto ya no existe.',
  'correction.field_unknown': 'Este campo no se usa.',
  'correction.field_unfit': 'Este valor no sirve para el campo.',
};
