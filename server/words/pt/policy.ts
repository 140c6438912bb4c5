import type { policy as english } from '../en/policy.ts';

export const policy: Record<keyof typeof english, string> = {
  'policy.adoptionLimitDays.title': 'Quanto tempo um número pode ficar sem uso',
  'policy.adoptionLimitDays.explains':
    'Quando um número vem com uma conta do WhatsApp pela primeira vez, o histórico anterior é tido como da mesma pessoa se ele não ficou sem uso por mais tempo que isto. Um ano por padrão: clientes que escrevem duas vezes por ano continuam uma só pessoa.',
  'policy.adoptionLimitDays.value': '{days, plural, one {# dia} many {# de dias} other {# dias}}',
  'policy.adoptionLimitDays.overridden':
    '{days, plural, one {# dia, sem efeito no modo rigoroso} many {# de dias, sem efeito no modo rigoroso} other {# dias, sem efeito no modo rigoroso}}',
  'policy.strict.title': 'Rigor com números sem uso',
  'policy.strict.explains':
    'Permite só 45 dias, após os quais o próprio WhatsApp considera que o número foi dado a outra pessoa. Desativado por padrão: mostra muitos clientes que voltam como pessoas novas. Escolha onde seria pior um estranho ver uma conversa.',
  'policy.strict.on': 'ativado: 45 dias',
  'policy.strict.off': 'desativado',
  'policy.joinOnSharedNumber.title': 'Unir por número compartilhado',
  'policy.joinOnSharedNumber.explains':
    'Quando alguém responde a um pedido do número, e exatamente uma outra conta já o teve, as duas são unidas sem perguntar. Desativado por padrão: a conta anterior pode ser de outra pessoa, então alguém é perguntado.',
  'policy.joinOnSharedNumber.on': 'ativado',
  'policy.joinOnSharedNumber.off': 'desativado: alguém é perguntado',
  'policy.acrossPortfolios.title': 'A mesma pessoa em outros portfólios',
  'policy.acrossPortfolios.explains':
    'Se a mesma conta do WhatsApp em outro portfólio do seu grupo aparece ao lado de um contato. Ninguém é unido entre portfólios. Separados por padrão: equipes de marcas diferentes não precisam ver os clientes umas das outras.',
  'policy.acrossPortfolios.related': 'mostrados como relacionados',
  'policy.acrossPortfolios.apart': 'mantidos separados',
  'policy.readReceipts.title': 'Confirmações azuis para clientes',
  'policy.readReceipts.explains':
    'Quando alguém daqui abre uma conversa, o cliente vê as confirmações das suas mensagens ficarem azuis, e os pontinhos enquanto uma resposta é escrita. Ativado por padrão, como se espera do WhatsApp. O WhatsApp não mostra os pontinhos sem as confirmações, então os dois são desativados juntos.',
  'policy.readReceipts.on': 'mostradas',
  'policy.readReceipts.off': 'não mostradas',
  'policy.joinLimits.title': 'De quanto uma pessoa pode ser feita',
  'policy.joinLimits.explains':
    'Além deste número de contas ou números, nada é unido sem perguntar: tantos raramente são uma só pessoa. Não pode ser mudado.',
  'policy.joinLimits.value':
    '{accounts, plural, one {# conta} many {# de contas} other {# contas}}, {numbers, plural, one {# número} many {# de números} other {# números}}',
};
