import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Record<keyof typeof english, string> = {
  'signIn.window': 'تسجيل الدخول · Throughline',
  'signIn.title': 'تسجيل الدخول',
  'signIn.motto': 'عميل واحد، محادثة واحدة.',
  'signIn.email': 'البريد الإلكتروني',
  'signIn.password': 'كلمة المرور',
  'signIn.enter': 'تسجيل الدخول',
};
