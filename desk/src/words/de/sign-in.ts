import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'signIn.window': 'Anmelden · Throughline',
  'signIn.title': 'Anmelden',
  'signIn.motto': 'Ein Kunde, eine Unterhaltung.',
  'signIn.email': 'E-Mail',
  'signIn.password': 'Passwort',
  'signIn.enter': 'Anmelden',
};
