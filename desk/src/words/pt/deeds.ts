import type { deeds as english } from '../en/deeds.ts';

// What can be done with the open conversation, as the command menu names it.

export const deeds: Record<keyof typeof english, string> = {
  'deed.reply': 'Escrever uma resposta',
  'deed.note': 'Escrever uma nota',
  'deed.assignMe': 'Atribuir a mim',
  'deed.assign': 'Atribuir a…',
  'deed.assignTo': 'Atribuir a {name}',
  'deed.assignNobody': 'Devolver: ninguém está com ela',
  'deed.team': 'Passar para uma equipe…',
  'deed.toTeam': 'Passar para a equipe {name}',
  'deed.toNoTeam': 'Tirar da equipe',
  'deed.snooze': 'Adiar até…',
  'deed.snoozeUntil': 'Adiar: {when}',
  'deed.snoozePick': 'Adiar: outro momento…',
  'deed.whenAt': '{when} · {at}',
  'deed.priority': 'Definir a prioridade…',
  'deed.priorityTo': 'Prioridade: {priority}',
  'deed.tag': 'Adicionar uma etiqueta…',
  'deed.addTag': 'Adicionar a etiqueta {name}',
  'deed.untag': 'Remover uma etiqueta…',
  'deed.removeTag': 'Remover a etiqueta {name}',
  'deed.copyNumber': 'Copiar o número',
  'deed.copyUsername': 'Copiar o nome de usuário',
  'deed.copied': 'Copiado: {text}',
};
