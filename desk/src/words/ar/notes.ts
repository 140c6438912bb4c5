import type { notes as english } from '../en/notes.ts';

export const notes: Record<keyof typeof english, string> = {
  'note.heard': 'ملاحظة من {author}: {text}',
  'note.title': 'ملاحظة · {author}',
  'note.deleted': 'حذف {author} هذه الملاحظة.',
  'note.edited': 'معدّلة',
};
