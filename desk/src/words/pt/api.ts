import type { api as english } from '../en/api.ts';

export const api: Record<keyof typeof english, string> = {
  'api.answered': 'O servidor respondeu {status}.',
  'api.behind': 'Espera pela anterior.',
  'api.unreachable': 'Não dá para acessar o Throughline agora. Confira a conexão e tente de novo.',
  'api.tooManyTries': 'Tentativas demais. Espere um minuto e tente de novo.',
  'api.cannotCheck': 'O Throughline não conseguiu verificar isso agora. Tente de novo em instantes.',
  'api.wentWrong': 'Algo deu errado. Tente de novo.',
};
