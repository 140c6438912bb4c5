import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'sign_in.invalid_email_or_password': 'Die E-Mail-Adresse oder das Passwort ist falsch.',
  'sign_in.invalid_password': 'Das Passwort ist falsch.',
  'sign_in.invalid_email': 'Das ist keine E-Mail-Adresse.',
  'sign_in.password_too_short': 'Dieses Passwort ist zu kurz.',
  'sign_in.password_too_long': 'Dieses Passwort ist zu lang.',
  'sign_in.no_password': 'Sie melden sich hier ohne Passwort an; es gibt keines zu ändern.',
  'sign_in.invalid_code': 'Dieser Code ist falsch oder zu alt. Nehmen Sie den, den die App jetzt zeigt.',
  'sign_in.invalid_backup_code': 'Dieser Ersatzcode ist falsch oder wurde schon benutzt.',
  'sign_in.start_again': 'Das hat zu lange gedauert. Beginnen Sie noch einmal mit Ihrem Passwort.',
  'sign_in.locked': 'Zu viele falsche Codes. Warten Sie einige Minuten und versuchen Sie es dann noch einmal.',
  'sign_in.app_not_on': 'Für Sie ist keine Authenticator-App eingerichtet.',
  'sign_in.app_is_on': 'Für Sie ist schon eine Authenticator-App eingerichtet.',
  'sign_in.suspended': 'Ihr Zugang ist gesperrt. Fragen Sie einen Administrator.',
  'sign_in.sign_in_again':
    'Ihre Anmeldung liegt dafür zu lange zurück. Melden Sie sich neu an und versuchen Sie es dann.',
  'sign_in.signed_out': 'Sie sind nicht angemeldet. Melden Sie sich neu an.',
  'sign_in.passkey_unknown': 'Dieser Passkey ist hier nicht bekannt. Melden Sie sich auf andere Weise an.',
  'sign_in.passkey_refused': 'Dieser Passkey konnte nicht geprüft werden. Versuchen Sie es noch einmal.',
  'sign_in.passkey_too_late': 'Das hat zu lange gedauert. Versuchen Sie es noch einmal.',
  'sign_in.passkeys_need_a_name':
    'Passkeys brauchen einen Hostnamen. Öffnen Sie Throughline unter seinem Namen statt unter seiner Adresse, hier als http://localhost.',
  'sign_in.too_many_passkeys': 'Sie haben so viele Passkeys, wie es geben darf. Entfernen Sie erst einen.',
  'sign_in.foreign_page': 'Das kam von einer anderen Seite als Throughline und wurde nicht angenommen.',
  'sign_in.too_many': 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  'sign_in.failed_here': 'Throughline konnte das gerade nicht prüfen. Versuchen Sie es gleich noch einmal.',
  'sign_in.nothing_here': 'Hier ist nichts.',
  'sign_in.other': 'Das hat nicht geklappt. Versuchen Sie es noch einmal oder fragen Sie einen Administrator.',
  'sign_in.second_factor_needed':
    'Ihre Rolle braucht einen zweiten Faktor. Richten Sie ihn unter Ihrem Konto ein; bis dahin ist nichts anderes offen.',
};
