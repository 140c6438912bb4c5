import type { templates as english } from '../en/templates.ts';

export const templates: Record<keyof typeof english, string> = {
  'template.pending': 'O WhatsApp ainda o analisa. Poderá ser enviado quando for aprovado.',
  'template.pending.since':
    'O WhatsApp ainda o analisa, desde {since, date, day}. Poderá ser enviado quando for aprovado.',
  'template.rejected': 'O WhatsApp o rejeitou. Corrija-o no WhatsApp Manager e mande-o de novo para análise.',
  'template.rejected.since':
    'O WhatsApp o rejeitou em {since, date, day}. Corrija-o no WhatsApp Manager e mande-o de novo para análise.',
  'template.paused':
    'O WhatsApp o pausou por baixa qualidade. Poderá ser enviado de novo quando o WhatsApp encerrar a pausa.',
  'template.paused.since':
    'O WhatsApp o pausou em {since, date, day} por baixa qualidade. Poderá ser enviado de novo quando o WhatsApp encerrar a pausa.',
  'template.disabled': 'O WhatsApp o desativou. Escolha outro modelo.',
  'template.disabled.since': 'O WhatsApp o desativou em {since, date, day}. Escolha outro modelo.',
  'template.deleted': 'Foi excluído no WhatsApp. Escolha outro modelo.',
  'template.deleted.since': 'Foi excluído no WhatsApp em {since, date, day}. Escolha outro modelo.',
  'template.other': 'O WhatsApp não permite enviá-lo agora. Veja-o no WhatsApp Manager.',
  'template.why': '{why} {reason}',
  'template.needs_number':
    'O WhatsApp entrega códigos só a números de telefone, e esta pessoa ocultou o dela. Peça o número primeiro.',
  'template.nobody': 'Não se conhece nenhum número ou conta que seja agora desta pessoa.',
};
