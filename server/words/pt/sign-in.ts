import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'sign_in.invalid_email_or_password': 'O e-mail ou a senha está errado.',
  'sign_in.invalid_password': 'A senha está errada.',
  'sign_in.invalid_email': 'Isto não é um endereço de e-mail.',
  'sign_in.password_too_short': 'Esta senha é curta demais.',
  'sign_in.password_too_long': 'Esta senha é longa demais.',
  'sign_in.no_password': 'Você entra aqui sem senha, então não há nenhuma para mudar.',
  'sign_in.invalid_code': 'Este código está errado ou é antigo demais. Use o que o app mostra agora.',
  'sign_in.invalid_backup_code': 'Este código de reserva está errado ou já foi usado.',
  'sign_in.start_again': 'Demorou demais. Comece de novo com a sua senha.',
  'sign_in.locked': 'Códigos errados demais. Espere alguns minutos e tente de novo.',
  'sign_in.app_not_on': 'Você não tem nenhum app autenticador configurado.',
  'sign_in.app_is_on': 'Você já tem um app autenticador configurado.',
  'sign_in.suspended': 'O seu acesso está suspenso. Fale com um administrador.',
  'sign_in.sign_in_again': 'Você entrou há tempo demais para isto. Entre de novo e tente outra vez.',
  'sign_in.signed_out': 'Você não entrou. Entre de novo.',
  'sign_in.passkey_unknown': 'Esta chave de acesso não é conhecida aqui. Entre de outra forma.',
  'sign_in.passkey_refused': 'Não foi possível conferir esta chave de acesso. Tente de novo.',
  'sign_in.passkey_too_late': 'Demorou demais. Tente de novo.',
  'sign_in.passkeys_need_a_name':
    'Chaves de acesso precisam de um nome de host. Abra o Throughline pelo nome e não pelo endereço, aqui como http://localhost.',
  'sign_in.too_many_passkeys': 'Você tem tantas chaves de acesso quantas pode haver. Remova uma primeiro.',
  'sign_in.foreign_page': 'Isto veio de uma página que não é o Throughline e não foi aceito.',
  'sign_in.too_many': 'Tentativas demais. Espere um minuto e tente de novo.',
  'sign_in.failed_here': 'O Throughline não conseguiu conferir agora. Tente de novo em instantes.',
  'sign_in.nothing_here': 'Não há nada aqui.',
  'sign_in.other': 'Não funcionou. Tente de novo ou fale com um administrador.',
  'sign_in.second_factor_needed':
    'A sua função precisa de um segundo fator. Configure-o na sua conta; até lá nada mais está aberto.',
};
