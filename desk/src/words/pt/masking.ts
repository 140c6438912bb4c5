import type { masking as english } from '../en/masking.ts';

export const masking: Record<keyof typeof english, string> = {
  'masking.title': 'Números de telefone',
  'masking.intro':
    'Quem vê por inteiro os números dos clientes. Vale para tudo o que o Throughline mostra e responde, em um segundo.',
  'masking.failed': 'Não foi possível mostrar a configuração',
  'masking.maskedFor': 'Os números ficam mascarados para',
  'masking.hint':
    'Veem o país e os últimos dígitos. Ainda podem buscar por um número inteiro e mostrar os números de uma pessoa quando precisarem. Cada vez fica registrada. O que os clientes escreveram fica como escreveram.',
  'masking.saved': 'Salvo. Vale a partir de agora.',
  'masking.show': 'Mostrar',
  'masking.showNumbers': 'Mostrar por inteiro os números de {name}',
  'masking.writtenDown': 'Mostrado por inteiro. Ficou registrado que você olhou.',
  'masking.whatFor': 'Para que você precisa do número?',
  'masking.reason':
    '{reason, select, call_them {Para ligar} check_identity {Para conferir quem é} other_channel {Para contatar de outro jeito} privacy_request {Para um pedido de privacidade} other {Para outra coisa}}',
};
