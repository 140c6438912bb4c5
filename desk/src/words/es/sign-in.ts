import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'signIn.window': 'Iniciar sesión · Throughline',
  'signIn.title': 'Iniciar sesión',
  'signIn.motto': 'Un cliente, una conversación.',
  'signIn.email': 'Correo electrónico',
  'signIn.password': 'Contraseña',
  'signIn.enter': 'Iniciar sesión',
};
