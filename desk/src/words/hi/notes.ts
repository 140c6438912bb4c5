import type { notes as english } from '../en/notes.ts';

export const notes: Record<keyof typeof english, string> = {
  'note.heard': '{author} का नोट: {text}',
  'note.title': 'नोट · {author}',
  'note.deleted': '{author} ने यह नोट हटाया।',
  'note.edited': 'बदला गया',
};
