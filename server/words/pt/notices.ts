import type { notices as english } from '../en/notices.ts';

export const notices: Record<keyof typeof english, string> = {
  'notice.username_adopted.hidden.title': '{name} agora escreve como {username}.',
  'notice.username_adopted.hidden.detail':
    'O número fica oculto a partir de agora. É a mesma conta do WhatsApp, então esta conversa simplesmente continua.',
  'notice.username_adopted.shown.title': '{name} agora tem o nome de usuário {username}.',
  'notice.username_adopted.shown.detail':
    'O número continua visível. É a mesma conta do WhatsApp, então esta conversa simplesmente continua.',
  'notice.username_changed.title': '{name} mudou o nome de usuário para {username}.',
  'notice.username_changed.detail':
    'Antes era {before}. É a mesma conta do WhatsApp, então esta conversa simplesmente continua.',
  'notice.username_dropped.title': '{name} deixou o nome de usuário {before}.',
  'notice.username_dropped.detail':
    'Outra pessoa pode adotá-lo. É a mesma conta do WhatsApp, então esta conversa simplesmente continua.',
  'notice.number_hidden.title': '{name} ocultou o número.',
  'notice.number_hidden.detail':
    'Antes escrevia de {phone}. É a mesma conta do WhatsApp, então esta conversa simplesmente continua.',
  'notice.number_shown.title': '{name} mostra o número de novo.',
  'notice.number_shown.detail': 'É {phone}.',
  'notice.number_changed.title': '{name} mudou de número.',
  'notice.number_changed.both.detail':
    'De {before} para {phone}. O próprio WhatsApp avisou, então esta conversa simplesmente continua.',
  'notice.number_changed.known.detail':
    'Agora é {phone}. O próprio WhatsApp avisou, então esta conversa simplesmente continua.',
  'notice.number_changed.hidden.detail':
    'Deixou {before}; o novo número está oculto. O próprio WhatsApp avisou, então esta conversa simplesmente continua.',
  'notice.number_changed.unknown.detail': 'O próprio WhatsApp avisou, então esta conversa simplesmente continua.',
  'notice.number_released.title': '{phone} agora pertence a outra conta do WhatsApp.',
  'notice.number_released.detail':
    'O que está escrito aqui fica aqui: quem tem o número agora não vê isto, e as respostas daqui não vão para esse número.',
  'notice.number_in_new_hands.title': '{phone} está em outras mãos.',
  'notice.number_in_new_hands.detail':
    'Outra pessoa usou este número antes. Esta é uma conta do WhatsApp diferente, então tem uma conversa própria.',
  'notice.second_number.title': '{name} agora usa {phone}.',
  'notice.second_number.detail':
    'A mesma conta do WhatsApp usava {before} antes. O WhatsApp não anunciou a mudança; vale conferir antes de contar algo privado.',
  'notice.conversations_joined.title': 'Conversas unidas.',
  'notice.conversations_joined.number_changed.detail':
    'O WhatsApp avisou que as duas são uma só pessoa com um novo número.',
  'notice.conversations_joined.same_number.detail':
    'O mesmo número e a mesma conta do WhatsApp chegaram juntos, então as duas conversas são uma.',
  'notice.conversations_joined.same_parent.detail': 'O WhatsApp indicou as duas como a mesma conta.',
  'notice.conversations_joined.number_shared.detail': 'A pessoa compartilhou um número que ninguém mais teve.',
  'notice.number_shared.title': '{name} compartilhou o número.',
  'notice.number_shared.detail': 'É {phone}, e o WhatsApp garante que é da própria pessoa.',
  'notice.number_given_up.title': '{phone} foi deixado.',
  'notice.number_given_up.detail': 'Quem escrever só dele a partir de agora é tido por outra pessoa.',
  'notice.security_code_changed.title': 'O código de segurança de {name} mudou.',
  'notice.security_code_changed.detail':
    'Isso acontece com um novo celular ou uma nova instalação. É a mesma conta do WhatsApp; vale conferir antes de contar algo privado.',
  'notice.contacts_merged.title': '{by} uniu duas pessoas em uma só.',
  'notice.contacts_split.title': '{by} separou pessoas.',
  'notice.kept_apart.title': '{by} marcou que duas pessoas nunca são a mesma.',
  'notice.taken_back.merge.title': '{by} desfez a união de duas pessoas.',
  'notice.taken_back.split.title': '{by} desfez a separação de pessoas.',
  'notice.taken_back.never-merge.title': '{by} desfez a marca “nunca a mesma pessoa”.',
  'notice.said.detail': 'O motivo: “{reason}”. Cada mensagem ficou onde estava.',
};
