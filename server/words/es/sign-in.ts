import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'sign_in.invalid_email_or_password': 'El correo o la contraseña no es correcto.',
  'sign_in.invalid_password': 'La contraseña no es correcta.',
  'sign_in.invalid_email': 'Esto no es una dirección de correo.',
  'sign_in.password_too_short': 'Esta contraseña es demasiado corta.',
  'sign_in.password_too_long': 'Esta contraseña es demasiado larga.',
  'sign_in.no_password': 'Aquí inicia sesión sin contraseña, así que no hay ninguna que cambiar.',
  'sign_in.invalid_code': 'Este código no es correcto o es demasiado antiguo. Use el que la aplicación muestra ahora.',
  'sign_in.invalid_backup_code': 'Este código de respaldo no es correcto o ya se usó.',
  'sign_in.start_again': 'Tardó demasiado. Empiece de nuevo con su contraseña.',
  'sign_in.locked': 'Demasiados códigos incorrectos. Espere unos minutos e inténtelo de nuevo.',
  'sign_in.app_not_on': 'No tiene ninguna aplicación de autenticación configurada.',
  'sign_in.app_is_on': 'Ya tiene una aplicación de autenticación configurada.',
  'sign_in.suspended': 'Su acceso está suspendido. Consulte a un administrador.',
  'sign_in.sign_in_again':
    'Inició sesión hace demasiado tiempo para esto. Inicie sesión de nuevo y vuelva a intentarlo.',
  'sign_in.signed_out': 'No ha iniciado sesión. Inicie sesión de nuevo.',
  'sign_in.passkey_unknown': 'Esta llave de acceso no se conoce aquí. Inicie sesión de otra manera.',
  'sign_in.passkey_refused': 'No se pudo comprobar esta llave de acceso. Inténtelo de nuevo.',
  'sign_in.passkey_too_late': 'Tardó demasiado. Inténtelo de nuevo.',
  'sign_in.passkeys_need_a_name':
    'Las llaves de acceso necesitan un nombre de host. Abra Throughline por su nombre en lugar de su dirección, aquí como http://localhost.',
  'sign_in.too_many_passkeys': 'Tiene tantas llaves de acceso como puede haber. Quite una primero.',
  'sign_in.foreign_page': 'Esto vino de una página que no es Throughline y no se aceptó.',
  'sign_in.too_many': 'Demasiados intentos. Espere un minuto e inténtelo de nuevo.',
  'sign_in.failed_here': 'Throughline no pudo comprobarlo ahora. Inténtelo de nuevo en un momento.',
  'sign_in.nothing_here': 'Aquí no hay nada.',
  'sign_in.other': 'No funcionó. Inténtelo de nuevo o consulte a un administrador.',
  'sign_in.second_factor_needed':
    'Su rol necesita un segundo factor. Configúrelo en su cuenta; hasta entonces no se abre nada más.',
};
