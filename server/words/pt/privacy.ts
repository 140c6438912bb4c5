import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'Seu código é {code}. Você nos perguntou sobre seus dados pessoais; diga este código a quem está atendendo você. Vale por 15 minutos. Se você não pediu, ignore esta mensagem.',
  'problem.erased': 'Esta pessoa foi apagada a pedido dela. Aqui não resta nada sobre ela.',
  'title.erased': 'Apagado',
  'problem.privacy_ended': 'Este pedido já terminou. Registre outro.',
  'problem.privacy_running': 'Este pedido está sendo atendido e não pode parar no meio.',
  'problem.privacy_not_verified':
    'Ninguém mostrou ainda que é a pessoa em questão. Envie um código ou registre o que foi visto.',
  'problem.privacy_already_verified': 'Quem pede já foi verificado.',
  'problem.privacy_held': 'Uma retenção legal mantém os dados desta pessoa. Libere-a primeiro.',
  'problem.privacy_no_corrections': 'Diga primeiro o que deve ser corrigido.',
  'problem.privacy_no_rectification': 'Só um pedido de correção diz o que corrigir. Registre um.',
  'problem.privacy_not_awaiting': 'Não há nada a aprovar: inicie primeiro.',
  'problem.privacy_same_person': 'Quem iniciou não pode aprovar. Outra pessoa precisa olhar.',
  'problem.privacy_already_extended': 'O prazo já foi estendido, e só pode ser uma vez.',
  'problem.privacy_already_confirmed': 'O recebimento já foi confirmado.',
  'problem.privacy_not_running': 'Não está sendo atendido.',
  'problem.privacy_code_too_soon': 'Um código saiu há pouco. Em um minuto pode enviar outro.',
  'problem.privacy_no_thread': 'Não há conversa com esta pessoa para enviar um código. Registre outra prova.',
  'problem.privacy_code_not_sent':
    'O WhatsApp não aceitaria agora uma mensagem para esta pessoa. Registre outra prova.',
  'problem.privacy_code_window_closed':
    'Passaram mais de 24 horas desde que esta pessoa escreveu, e não há modelo de autenticação aprovado para enviar um código. Peça que ela escreva primeiro, consiga a aprovação de um modelo assim ou registre outra prova.',
  'problem.privacy_code_needs_phone':
    'Passaram mais de 24 horas desde que esta pessoa escreveu. Por um modelo de autenticação, um código só vai para um número de telefone, e o dela não é conhecido. Peça que ela escreva primeiro ou registre outra prova.',
  'problem.privacy_code_address_lost':
    'O número que esta conversa conhecia agora é de outra pessoa, e o código chegaria a ela. Registre outra prova.',
  'problem.privacy_code_blocked': 'Esta pessoa está bloqueada neste número. Desbloqueie-a ou registre outra prova.',
  'problem.privacy_code_wrong':
    'Esse não é o código. Pode tentar {left, plural, one {mais # vez} many {mais # vezes} other {mais # vezes}}.',
  'problem.privacy_code_used_up': 'Este código não vale mais. Envie outro.',
  'problem.privacy_no_archive':
    'Não há arquivo para baixar: o pedido não é de cópia, não foi iniciado ou o prazo passou.',
  'problem.privacy_correction_refused':
    'Uma das correções não pode ser feita como está, por isso nenhuma foi. O ensaio diz qual e por quê.',
  'problem.privacy_whom': 'Diga de quem se trata: contactId ou subject.',
  'problem.subject_unknown':
    'Hoje ninguém tem isso. Quem teve antes aparece em /privacy/subjects; indique por contactId quando a identidade estiver provada.',
  'problem.subject_not_unique': 'Várias pessoas servem. Veja /privacy/subjects e indique uma por contactId.',
  'problem.privacy_account_unknown': 'Uma destas contas não é deste contato.',
  'correction.nobody_left': 'Não restaria ninguém de quem trata o pedido.',
  'correction.contact_unknown': 'Esse contato não existe mais.',
  'correction.field_unknown': 'Este campo não está em uso.',
  'correction.field_unfit': 'Este valor não serve para o campo.',
};
