import type { parked as english } from '../en/parked.ts';

export const parked: Record<keyof typeof english, string> = {
  'parked.orphansFailed': 'Não foi possível carregar. {why}',
  'parked.fromNumber': 'De {name}, {number}',
  'parked.received': 'Recebido: {when}',
  'parked.inField': 'em {field}',
  'parked.stillParked': 'Continua separado. {why}',
  'parked.notReplayed': 'Não reprocessado. {why}',
  'parked.replayItem': 'Reprocessar: {reason}, recebido {time}',
  'parked.replay': 'Reprocessar',
  'parked.replayed': 'O que chegou ({time}) foi reprocessado. Agora está no lugar.',
  'parked.orphans': 'Confirmações de mensagens não enviadas daqui',
  'parked.orphansExplained':
    'Outro sistema pode estar enviando pelo mesmo número da empresa; não há nada a fazer aqui, e nenhum contato foi criado.',
  'parked.moreReceipts': 'Mostrar mais confirmações',
  'parked.fromUnknown': 'De um número da empresa não conhecido aqui',
  'parked.explained':
    'O que chegou e não pôde ser encaixado. Nada aqui se perde: corrija a causa, reprocesse e tudo toma seu lugar na conversa certa.',
  'parked.failed': 'Não foi possível carregar os itens separados',
  'parked.nothing': 'Nada separado',
  'parked.nothingDetail': 'Tudo o que chegou encontrou seu lugar.',
  'parked.loading': 'Carregando os itens separados',
  'parked.portfolioUnknown': 'De uma conta da empresa que não está conectada',
  'parked.numberUnknown': 'Para um número da empresa que não está conectado',
  'parked.notReadable': 'Não pôde ser lido',
  'parked.noIdentifier': 'Não diz quem enviou',
  'parked.groupMessage': 'De um grupo',
  'parked.timeImpossible': 'Tem uma hora impossível',
  'parked.notSaved': 'Não pôde ser salvo',
};
