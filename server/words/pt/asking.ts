import type { asking as english } from '../en/asking.ts';

export const asking: Record<keyof typeof english, string> = {
  'asking.shared_before':
    'A pessoa compartilhou o número. Outra pessoa daqui o teve antes, então há a pergunta se as duas são uma só; um supervisor pode decidir.',
  'asking.not_theirs':
    'A pessoa compartilhou o número quando foi pedido, mas ele não é mais dela. Não se pede duas vezes em 30 dias.',
  'asking.message': 'A pessoa vê um botão que compartilha o número. Tocar nele ou não é decisão dela.',
  'asking.template': 'Passaram mais de 24 horas, então o pedido vai como modelo com um botão que compartilha o número.',
  'asking.number_known': 'O número desta pessoa é conhecido.',
  'asking.blocked': 'Esta pessoa está bloqueada neste número.',
  'asking.address_lost': 'Não se conhece nenhum caminho até esta pessoa. Espere até ela escrever.',
  'asking.pending': 'O número foi pedido, e a pessoa ainda não respondeu. O WhatsApp não informa uma recusa.',
  'asking.no_answer': 'O número foi pedido, e a pessoa não respondeu. Não se pede duas vezes em 30 dias.',
  'asking.asked_recently': 'O número foi pedido há pouco. Não se pede duas vezes em 30 dias.',
  'asking.no_template':
    'Passaram mais de 24 horas, e não há modelo aprovado com o botão que compartilha o número. Um administrador pode criar um no WhatsApp Manager.',
  'asking.refused': '{why} Nada foi enviado.',
  'asking.refused.again': '{why} Pode ser pedido de novo em {again, date, day}. Nada foi enviado.',
};
