import type { command as english } from '../en/command.ts';

/** The command menu. */
export const command: Record<keyof typeof english, string> = {
  'command.title': 'Búsqueda y comandos',
  'command.label': 'Buscar personas, mensajes y notas, o escribir un comando',
  'command.hint': 'Nombre, número, @usuario, palabras o un comando',
  'command.results': 'Resultados',
  'command.recent': 'Recientes',
  'command.people': 'Personas',
  'command.conversations': 'Conversaciones',
  'command.messages': 'Mensajes y notas',
  'command.noteBy': 'Nota de {author}',
  'command.deeds': 'Comandos',
  'command.nothing': 'Nada corresponde a «{text}».',
  'command.failed': 'La búsqueda no respondió. Los comandos siguen funcionando.',
  'command.count': '{count, plural, =0 {Sin resultados} one {Un resultado} other {# resultados}}',
  'command.goInbox': 'Ir a la bandeja de entrada',
  'command.goPeople': 'Ir a los contactos',
  'command.goReviews': 'Ir a «¿Quién es?»',
  'command.goCampaigns': 'Ir a las campañas',
  'command.goTemplates': 'Ir a las plantillas',
  'command.goSettings': 'Ir a los ajustes',
  'command.light': 'Tema claro',
  'command.dark': 'Tema oscuro',
  'command.systemTheme': 'Tema del sistema',
  'command.keys': 'Mostrar las teclas',
};
