import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'signIn.window': 'साइन इन · Throughline',
  'signIn.title': 'साइन इन',
  'signIn.motto': 'एक ग्राहक, एक बातचीत।',
  'signIn.email': 'ईमेल',
  'signIn.password': 'पासवर्ड',
  'signIn.enter': 'साइन इन करें',
};
