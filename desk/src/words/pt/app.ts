import type { app as english } from '../en/app.ts';

export const app: Record<keyof typeof english, string> = {
  'app.newVersion': 'Há uma nova versão da mesa. Rascunhos e respostas não enviadas ficam guardados.',
  'app.reload': 'Recarregar',
  'app.partMissing':
    'Não foi possível carregar uma parte da mesa. Os rascunhos e as respostas não enviadas ficam guardados.',
  'app.lost.title': 'Não foi possível carregar esta parte da mesa',
  'app.lost.detail':
    'Talvez haja uma versão nova. Recarregue para continuar: os rascunhos e as respostas não enviadas ficam guardados.',
  'app.offline.title': 'A mesa está aberta, mas sem conexão',
  'app.offline.detail':
    'As conversas aparecem assim que a conexão voltar. Rascunhos e respostas não enviadas ficam guardados aqui.',
  'app.skip': 'Pular para o conteúdo',
};
