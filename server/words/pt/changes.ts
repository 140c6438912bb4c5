import type { changes as english } from '../en/changes.ts';

export const changes: Record<keyof typeof english, string> = {
  'person.in_full': '{name} ({identifier})',
  'change.other_portfolio': 'São clientes de dois portfólios diferentes, e nada é levado de um para o outro.',
  'change.same_contact': 'Já são um só contato.',
  'change.never_merge': '{by} disse em {at, date, day} que nunca são a mesma pessoa. Desfaça isso primeiro.',
  'change.already_apart': '{by} já disse isso em {at, date, day}.',
  'change.account_unknown': 'Este contato não tem essa conta.',
  'change.alone': 'A conta está sozinha no contato: não há de quem separá-la.',
  'change.step_unknown': 'Neste passo, nenhuma máquina uniu ninguém.',
  'change.word_unknown': 'Nada disso foi dito sobre este contato.',
  'change.taken_back': 'Já foi desfeito.',
  'change.no_effect': 'Não mudaria nada: algo que foi dito antes está contra isso.',
  'change.move.never':
    'Nunca mais serão unidos, nem por palavra do WhatsApp nem por engano, até que isto seja desfeito.',
  'change.move.nothing': 'Quem é quem fica como está.',
  'change.move.together': '{people} passam a ser um só contato.',
  'change.move.threads':
    '{count, plural, one {# conversa fica separada} many {# de conversas ficam separadas} other {# conversas ficam separadas}}: cada mensagem fica onde está, e as respostas seguem para cada uma como antes.',
  'change.move.links':
    'O contato continua como o de {name}, visto primeiro. Os links para {others} passam a levar para lá.',
  'change.move.marketing': 'O marketing para em tudo: {people} pediram para parar.',
  'change.move.apart':
    '{count, plural, =2 {{people} são dois contatos} one {{people} é # contato} many {{people} são # de contatos} other {{people} são # contatos}}.',
  'change.move.split':
    'O que veio com os identificadores de um fica com ele, e o que veio com os do outro vai para uma conversa própria.',
  'change.move.stays': 'Cada conversa fica com a conta a que pertence.',
  'change.move.marketing_free': 'Marketing: a parada deixa de valer para {people}, que não a pediram.',
  'change.warning.both_in_use': 'Os dois estão em uso. As respostas seguem em separado para cada um.',
  'change.warning.different_numbers': 'Usam números diferentes: {numbers}.',
  'change.warning.many_accounts':
    'Isso faz uma só pessoa de {count, plural, one {# conta} many {# de contas} other {# contas}}. Mais de {most, number} é incomum.',
  'change.warning.marketing_stopped': 'Marketing parado por: {people}. Unidos, vale para os dois.',
};
