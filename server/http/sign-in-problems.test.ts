import { describe, expect, it } from 'vitest';
import { catalogs } from '../words/catalogs.ts';
import { inEnglish, type Reader } from '../words/viewer.ts';
import { signInProblem } from './sign-in-problems.ts';

const german: Reader = { ...inEnglish, language: 'de', locale: 'de' };
const refused = (code: string, status = 401) => signInProblem(german, { status, code }, undefined);

describe('a refusal at the door', () => {
  it('is said in the language of whoever stands there, and keeps its code', () => {
    expect(refused('invalid_email_or_password')).toEqual({
      type: 'about:blank',
      title: 'Nicht angemeldet',
      status: 401,
      code: 'invalid_email_or_password',
      detail: 'Die E-Mail-Adresse oder das Passwort ist falsch.',
    });
    expect(refused('invalid_code').detail).toBe(catalogs.de['sign_in.invalid_code']);
    expect(refused('session_expired', 403)).toMatchObject({ title: 'Nicht erlaubt', code: 'session_expired' });
  });

  it('says when the next try counts, where that is known', () => {
    expect(signInProblem(german, { status: 429, code: 'too_many_attempts' }, 42).detail).toContain('42 Sekunden');
    expect(refused('too_many_attempts', 429).detail).toBe(catalogs.de['sign_in.too_many']);
  });

  it('says something plain of what nobody foresaw, by whichever name', () => {
    for (const code of ['failed_to_create_session', 'constructor', '__proto__', ''])
      expect(refused(code, 400).detail).toBe(catalogs.de['sign_in.other']);
    expect(refused('anything', 500)).toMatchObject({
      title: expect.any(String),
      detail: catalogs.de['sign_in.failed_here'],
    });
    expect(refused('not_found', 404).detail).toBe(catalogs.de['sign_in.nothing_here']);
  });
});
