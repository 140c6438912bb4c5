import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'Seu código é {code}. Você nos perguntou sobre seus dados pessoais; diga este código a quem está atendendo você. Vale por 15 minutos. Se você não pediu, ignore esta mensagem.',
  'problem.erased': 'Esta pessoa foi apagada a pedido dela. Aqui não resta nada sobre ela.',
  'title.erased': 'Apagado',
};
