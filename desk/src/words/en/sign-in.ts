export const signIn = {
  'signIn.window': 'Sign in · Throughline',
  'signIn.title': 'Sign in',
  'signIn.motto': 'One customer, one conversation.',
  'signIn.email': 'Email',
  'signIn.password': 'Password',
  'signIn.enter': 'Sign in',
} as const;
