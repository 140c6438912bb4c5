import type { archive as english } from '../en/archive.ts';

// What a copy of somebody's data says to them.
export const archive: Record<keyof typeof english, string> = {
  'archive.title': 'Seus dados',
  'archive.intro':
    'Isto é tudo o que está guardado aqui sobre você, em {on, date, day}. O mesmo está em data.json, para programas; schema.json o descreve.',
  'archive.known': 'Como você é conhecido',
  'archive.since': 'desde {from, date, day}',
  'archive.between': 'de {from, date, day} até {until, date, day}',
  'archive.why': 'Por que se considera que é você',
  'archive.recipients': 'Quem mais recebe suas mensagens',
  'archive.recipients.meta': 'O WhatsApp (Meta), que leva cada mensagem e chamada.',
  'archive.recipients.staff': 'As pessoas que atendem você nesta empresa.',
  'archive.said': 'O que foi dito com {name}',
  'archive.you': 'Você',
  'archive.us': 'Nós',
  'archive.call': 'Chamada',
  'archive.files': 'Arquivos',
  'archive.part': 'de {from, date, day} a {until, date, day}',
  'archive.start': 'Para o início',
  'archive.earlier': 'Antes',
  'archive.later': 'Depois',
  'archive.some_files': 'Arquivos {from, number} a {until, number}',
  'archive.rest': 'Todo o resto, com horários e detalhes técnicos, está em data.json.',
};
