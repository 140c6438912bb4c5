import type { deeds as english } from '../en/deeds.ts';

// What can be done with the open conversation, as the command menu names it.

export const deeds: Record<keyof typeof english, string> = {
  'deed.reply': 'Escribir una respuesta',
  'deed.note': 'Escribir una nota',
  'deed.assignMe': 'Asignarme',
  'deed.assign': 'Asignar a…',
  'deed.assignTo': 'Asignar a {name}',
  'deed.assignNobody': 'Devolver: no la tiene nadie',
  'deed.team': 'Pasar a un equipo…',
  'deed.toTeam': 'Pasar al equipo {name}',
  'deed.toNoTeam': 'Sacar del equipo',
  'deed.snooze': 'Posponer hasta…',
  'deed.snoozeUntil': 'Posponer: {when}',
  'deed.snoozePick': 'Posponer: otro momento…',
  'deed.whenAt': '{when} · {at}',
  'deed.priority': 'Fijar la prioridad…',
  'deed.priorityTo': 'Prioridad: {priority}',
  'deed.tag': 'Añadir una etiqueta…',
  'deed.addTag': 'Añadir la etiqueta {name}',
  'deed.untag': 'Quitar una etiqueta…',
  'deed.removeTag': 'Quitar la etiqueta {name}',
  'deed.copyNumber': 'Copiar el número',
  'deed.copyUsername': 'Copiar el nombre de usuario',
  'deed.copied': 'Copiado: {text}',
};
