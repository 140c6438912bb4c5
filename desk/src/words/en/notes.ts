export const notes = {
  'note.heard': 'Note by {author}: {text}',
  'note.title': 'Note · {author}',
  'note.deleted': '{author} deleted this note.',
  'note.edited': 'edited',
} as const;
