import type { waiting as english } from '../en/waiting.ts';

export const waiting: Record<keyof typeof english, string> = {
  'waiting.turn.message': 'Espera a sua vez: deste número sai mais do que o WhatsApp aceita de uma vez.',
  'waiting.turn.number': 'Esperam a sua vez. Não há nada a fazer.',
  'waiting.order.message': 'Espera pela mensagem anterior desta conversa.',
  'waiting.order.number': 'Esperam pela mensagem anterior da sua conversa. Não há nada a fazer.',
  'waiting.media.message': 'Espera até o arquivo estar com o WhatsApp.',
  'waiting.media.number': 'Esperam até o arquivo estar com o WhatsApp. Se demorar, veja os arquivos que falharam.',
  'waiting.rate.message': 'O WhatsApp pediu menos mensagens por segundo. A nova tentativa é automática.',
  'waiting.rate.number': 'O WhatsApp pediu menos mensagens por segundo; o ritmo foi reduzido e volta a subir sozinho.',
  'waiting.pair.message': 'O WhatsApp limita a rapidez com que se escreve a uma pessoa. Sai assim que isso permitir.',
  'waiting.pair.number':
    'O WhatsApp limita a rapidez com que se escreve a uma pessoa. Se for frequente, escreva menos mensagens e mais longas.',
  'waiting.messaging_limit.message':
    'No último dia já se escreveu primeiro a tantas pessoas quantas o WhatsApp permite a esta empresa. Sai assim que isso permitir.',
  'waiting.messaging_limit.number':
    'No último dia já se escreveu primeiro a tantas pessoas quantas o WhatsApp permite a esta empresa. As mensagens continuam sozinhas conforme o dia avança; o limite sobe com a qualidade e o uso.',
  'waiting.maintenance.message': 'O WhatsApp está trabalhando neste número. A nova tentativa é automática.',
  'waiting.maintenance.number':
    'O WhatsApp está trabalhando neste número, o que leva cerca de um minuto. As mensagens continuam sozinhas.',
  'waiting.unreachable.message': 'Não dá para acessar o WhatsApp. A nova tentativa é automática.',
  'waiting.unreachable.number': 'Não dá para acessar o WhatsApp. Confira a rede desta máquina e META_GRAPH_URL.',
  'waiting.retry.message': 'O WhatsApp teve um problema próprio. A nova tentativa é automática.',
  'waiting.retry.number': 'O WhatsApp teve um problema próprio. As novas tentativas são automáticas.',
  'waiting.tomorrow.message': 'O WhatsApp pede um dia antes de tentar isto de novo.',
  'waiting.tomorrow.number':
    'O WhatsApp pede um dia antes de tentar estas de novo. Envie menos marketing às mesmas pessoas.',
  'waiting.undo.message': 'Espera alguns segundos, nos quais pode ser retirada.',
  'waiting.undo.number': 'Esperam alguns segundos, nos quais quem as escreveu pode retirá-las. Não há nada a fazer.',
  'waiting.account.message':
    'A conta da empresa ou o acesso dela precisa de um administrador. De tempos em tempos há nova tentativa.',
  'waiting.account.number':
    'O WhatsApp recusa esta conta ou o acesso dela. Veja a conta nas configurações da empresa e META_ACCESS_TOKEN; de tempos em tempos há nova tentativa.',
  'waiting.held_for_quality.message':
    'O WhatsApp retém este modelo enquanto avalia como as pessoas o recebem. Ele sai, ou falha, sozinho.',
};
