import type { find as english } from '../en/find.ts';

/** Searching in one conversation. */
export const find: Record<keyof typeof english, string> = {
  'find.title': 'Buscar en esta conversación',
  'find.label': 'Buscar en esta conversación',
  'find.hint': 'Palabras de esta conversación',
  'find.none': 'No se encontró nada',
  'find.count': '{at, number} de {count, number}',
  'find.failed': 'La búsqueda no respondió',
  'find.older': 'Resultado anterior',
  'find.newer': 'Resultado siguiente',
  'find.day': 'Ir a un día',
  'find.close': 'Cerrar la búsqueda',
  'find.jumpFailed': 'No se pudo cargar ese lugar.',
};
