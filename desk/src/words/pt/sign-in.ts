import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'signIn.window': 'Entrar · Throughline',
  'signIn.title': 'Entrar',
  'signIn.motto': 'Um cliente, uma conversa.',
  'signIn.email': 'E-mail',
  'signIn.password': 'Senha',
  'signIn.enter': 'Entrar',
};
