import type { notes as english } from '../en/notes.ts';

export const notes: Record<keyof typeof english, string> = {
  'note.heard': 'Nota de {author}: {text}',
  'note.title': 'Nota · {author}',
  'note.deleted': '{author} eliminó esta nota.',
  'note.edited': 'editada',
};
