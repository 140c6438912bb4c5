// Imports: why a list is not taken in, or not gone on with.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'problem.not_found.import': 'Não há essa importação, ou você não pode vê-la.',
  'problem.import_masked': 'Sua função vê os números mascarados, e uma lista os traz completos.',
  'title.import_masked': 'Os números estão mascarados',
  'problem.import_state': 'Agora não: primeiro é lida, depois conferida, depois executada. Pergunte em que ponto está.',
  'title.import_state': 'Agora não',
  'problem.import_columns': 'Diga cada coluna da lista em ordem, ou null, e cada coisa uma só vez.',
  'title.import_columns': 'As colunas não encaixam',
  'problem.import_too_long':
    'Uma lista pode ter 100 MB e 1.000.000 de linhas. Divida-a e traga as partes uma após a outra.',
};
