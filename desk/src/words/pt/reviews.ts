import type { reviews as english } from '../en/reviews.ts';

export const reviews: Record<keyof typeof english, string> = {
  'reviews.asked': 'Perguntado: {day}',
  'reviews.conversationsOf': 'Conversas de {name}',
  'reviews.onlyOne': 'Só sobre um cliente.',
  'reviews.showAll': 'Mostrar todas',
  'reviews.whatLed': 'O que levou a isto',
  'reviews.nothingOpen': 'Nada para ver',
  'reviews.nothingOpenDetail': 'Até onde o WhatsApp diz, todos são quem pensamos.',
  'reviews.nothingSettled': 'Nada decidido ainda',
  'reviews.nothingSettledDetail': 'As perguntas que você respondeu ficam aqui.',
  'reviews.loading': 'Carregando',
  'reviews.failed': 'Não foi possível carregar as perguntas',
  'reviews.open': 'Abertas',
  'reviews.settled': 'Decididas',
  'reviews.explained':
    'O que o WhatsApp não diz e uma máquina não deve adivinhar. Até você decidir, nada é unido, e ninguém vê as mensagens de outra pessoa.',
  'reviews.questions': 'Perguntas',
  'reviews.settledThanks': 'Decidido, obrigado. Está na linha do tempo de quem isto envolve.',
  'reviews.reason': 'Ela nos disse por telefone',
};
