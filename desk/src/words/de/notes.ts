import type { notes as english } from '../en/notes.ts';

export const notes: Record<keyof typeof english, string> = {
  'note.heard': 'Notiz von {author}: {text}',
  'note.title': 'Notiz · {author}',
  'note.deleted': '{author} hat diese Notiz gelöscht.',
  'note.edited': 'bearbeitet',
};
