import type { app as english } from '../en/app.ts';

export const app: Record<keyof typeof english, string> = {
  'app.newVersion': 'Há uma nova versão da mesa. Rascunhos e respostas não enviadas ficam guardados.',
  'app.reload': 'Recarregar',
  'app.offline.title': 'A mesa está aberta, mas sem conexão',
  'app.offline.detail':
    'As conversas aparecem assim que a conexão voltar. Rascunhos e respostas não enviadas ficam guardados aqui.',
  'app.skip': 'Pular para o conteúdo',
};
