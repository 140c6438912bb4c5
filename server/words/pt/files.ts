import type { files as english } from '../en/files.ts';

export const files: Record<keyof typeof english, string> = {
  'file.missing': 'O arquivo falta no armazenamento. Peça-o de novo, ou peça a cópia de segurança ao administrador.',
  'file.waiting': 'Está sendo buscado no WhatsApp.',
  'file.waiting.storage_full':
    'O espaço para arquivos acabou. Ele é buscado assim que houver lugar, por uma semana no máximo; um administrador pode abrir espaço.',
  'file.waiting.meta_busy': 'O WhatsApp ainda não o entregou. A nova tentativa é automática.',
  'file.waiting.unreachable': 'Não foi possível acessar o WhatsApp. A nova tentativa é automática.',
  'file.waiting.denied':
    'O WhatsApp recusa nosso acesso. A nova tentativa é automática; um administrador deve ver se o token de acesso é válido.',
  'file.waiting.damaged': 'Chegou danificado. A nova tentativa é automática.',
  'file.waiting.storage':
    'Não foi possível armazená-lo. A nova tentativa é automática; um administrador deve ver o log.',
  'file.too_large': 'Passa dos {most} aceitos para este tipo de arquivo. Peça um menor, ou um link para ele.',
  'file.expired': 'O WhatsApp não o tinha mais. Peça ao cliente que envie de novo.',
  'file.failed': 'Não foi possível buscá-lo, em uma semana de tentativas. Peça ao cliente que envie de novo.',
  'file.failed.storage_full':
    'Não havia espaço para ele enquanto o WhatsApp ainda o tinha. Peça ao cliente que envie de novo.',
  'file.failed.denied':
    'O WhatsApp recusou nosso acesso por uma semana. Depois que um administrador corrigir isso, peça ao cliente que envie de novo.',
  'file.failed.damaged': 'Chegou danificado todas as vezes. Peça ao cliente que envie de novo.',
  'file.erased': 'Foi removido daqui.',
  'file.erased.erased': 'Foi apagado.',
  'file.erased.retention': 'Não é mais guardado: os arquivos são removidos daqui após o tempo definido para eles.',
  'file.erased.unused': 'Foi carregado e não enviado em um dia, e não é mais guardado. Carregue-o de novo.',
  'file.megabytes': '{count, number} MB',
  'file.kilobytes': '{count, number} KB',
};
