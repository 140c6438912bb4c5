// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy = {
  'privacy.code':
    'Your code is {code}. You asked us about your personal data; read this code to whoever is helping you. It counts for 15 minutes. If you did not ask, ignore this message.',
  'problem.erased': 'This person was erased at their own wish. Nothing of them is left here.',
  'title.erased': 'Erased',
} as const;
