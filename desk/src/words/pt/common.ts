import type { common as english } from '../en/common.ts';

export const common: Record<keyof typeof english, string> = {
  'common.tryAgain': 'Tentar de novo',
  'common.cancel': 'Cancelar',
  'common.close': 'Fechar',
  'common.delete': 'Excluir',
  'common.stop': 'Parar',
  'common.save': 'Salvar',
  'common.back': 'Voltar',
  'common.showMore': 'Mostrar mais',
  'common.quoted': '“{words}”',
  'common.optional': 'Opcional.',
  'common.wentWrong': 'Algo deu errado.',
  'common.yes': 'Sim',
  'common.no': 'Não',
};
