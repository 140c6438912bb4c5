import type { operations as english } from '../en/operations.ts';

export const operations: Record<keyof typeof english, string> = {
  'orphan.message_unknown':
    'Nenhuma mensagem enviada daqui tem esta confirmação. Outro sistema pode estar enviando pelo mesmo número da empresa.',
  'preference.own_word': 'a própria pessoa, no WhatsApp',
  'errand.unreachable': 'Não foi possível acessar o WhatsApp, apesar de várias tentativas.',
  'errand.done': 'Feito.',
  'errand.deleted':
    'A Meta excluiu o registro. Por até 30 dias ainda pode enviar o número onde houve troca de mensagens com ele.',
  'errand.no_entry': 'A Meta não tinha registro desta conta.',
  'send.unreachable': 'Não foi possível acessar o WhatsApp. Nada foi enviado; tente de novo mais tarde.',
  'send.too_late': 'Esperou demais para ser enviada, então não foi enviada. Envie de novo se ainda fizer sentido.',
  'send.file_gone': 'O arquivo não está mais guardado aqui, então não pôde ser enviado. Carregue-o e envie de novo.',
  'send.file_refused':
    'Não foi possível entregar o arquivo ao WhatsApp em várias tentativas. Nada foi enviado; tente de novo mais tarde.',
  'sync.no_token': 'META_ACCESS_TOKEN não está definido: não dá para listar os modelos.',
  'sync.unreachable': 'Não foi possível acessar o WhatsApp. A nova tentativa é automática.',
  'sync.slow': 'O WhatsApp não respondeu a tempo. A nova tentativa é automática.',
  'parked.group':
    'Uma mensagem em um grupo. Grupos ainda não são mostrados, e um grupo não deve se misturar a uma conversa privada.',
  'parked.nobody':
    'Não indica ninguém: nem número nem conta. Guardado como chegou; reprocesse se puder ser completado.',
  'parked.own_number': 'Seu único identificador é um número da própria empresa, que nunca identifica um cliente.',
  'parked.unmatched': 'Não indica ninguém que possamos reconhecer.',
  'parked.no_account': 'Não indica nenhuma conta do WhatsApp Business. Guardado como chegou.',
  'card.no_end': 'O último cartão não tem fim. O que há dele foi lido.',
  'card.too_long': 'O arquivo é longo demais. O que vem depois da primeira parte não foi lido.',
  'card.none': 'Não há vCard neste texto: ele começa com BEGIN:VCARD.',
};
