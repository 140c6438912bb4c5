import type { archive as english } from '../en/archive.ts';

// What a copy of somebody's data says to them.
export const archive: Record<keyof typeof english, string> = {
  'archive.title': 'Tus datos',
  'archive.intro':
    'Esto es todo lo que se guarda aquí sobre ti, a {on, date, day}. Lo mismo está en data.json, para programas; schema.json lo describe.',
  'archive.known': 'Cómo se te conoce',
  'archive.since': 'desde el {from, date, day}',
  'archive.between': 'del {from, date, day} al {until, date, day}',
  'archive.why': 'Por qué se considera que eres tú',
  'archive.recipients': 'Quién más recibe tus mensajes',
  'archive.recipients.meta': 'WhatsApp (Meta), que transporta cada mensaje y llamada.',
  'archive.recipients.staff': 'Las personas que te atienden en esta empresa.',
  'archive.said': 'Lo que se habló con {name}',
  'archive.you': 'Tú',
  'archive.us': 'Nosotros',
  'archive.call': 'Llamada',
  'archive.files': 'Archivos',
  'archive.part': 'del {from, date, day} al {until, date, day}',
  'archive.start': 'Al principio',
  'archive.earlier': 'Antes',
  'archive.later': 'Después',
  'archive.some_files': 'Archivos {from, number} a {until, number}',
  'archive.rest': 'Todo lo demás, con horas y detalles técnicos, está en data.json.',
};
