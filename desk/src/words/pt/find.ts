import type { find as english } from '../en/find.ts';

export const find: Record<keyof typeof english, string> = {
  'find.title': 'Buscar nesta conversa',
  'find.label': 'Buscar nesta conversa',
  'find.hint': 'Palavras nesta conversa',
  'find.none': 'Nada encontrado',
  'find.count': '{at, number} de {count, number}',
  'find.failed': 'A busca não respondeu',
  'find.older': 'Resultado anterior',
  'find.newer': 'Próximo resultado',
  'find.day': 'Ir para um dia',
  'find.close': 'Fechar a busca',
  'find.jumpFailed': 'Não foi possível carregar esse ponto.',
};
