export const api = {
  'api.answered': 'The server answered {status}.',
  'api.behind': 'It waits for the one before it.',
  'api.unreachable': 'Throughline cannot be reached right now. Check the connection and try again.',
  'api.tooManyTries': 'Too many tries. Wait a minute, then try again.',
  'api.cannotCheck': 'Throughline could not check this just now. Try again in a moment.',
  'api.wentWrong': 'Something went wrong. Try again.',
} as const;
