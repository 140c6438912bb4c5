import { beforeAll, describe, expect, it } from 'vitest';
import { avatarColor, identifierText, initials, isWholeNumber, loadPhones, phoneText } from './identifiers.ts';

beforeAll(loadPhones);

describe('identifierText', () => {
  it('spaces a phone the way its country does', () => {
    expect(identifierText({ kind: 'phone', value: '+493055501844' })).toBe('+49 30 55501844');
    expect(identifierText({ kind: 'phone', value: '+12025550147' })).toBe('+1 202 555 0147');
  });

  it('puts the @ before a username and leaves a name alone', () => {
    expect(identifierText({ kind: 'username', value: 'ana.prueba' })).toBe('@ana.prueba');
    expect(identifierText({ kind: 'name', value: 'Ana' })).toBe('Ana');
    expect(identifierText({ kind: 'none', value: 'WhatsApp user 7f3a' })).toBe('WhatsApp user 7f3a');
  });

  it('leaves a number alone that no plan knows', () => {
    expect(phoneText('+000')).toBe('+000');
    expect(phoneText('')).toBe('');
  });
});

describe('initials', () => {
  it('takes the first letters of the first and last word', () => {
    expect(initials('Ana Prueba')).toBe('AP');
    expect(initials('ana maria de souza')).toBe('AS');
    expect(initials('Ana')).toBe('A');
  });

  it('keeps one letter where two would join or say nothing', () => {
    expect(initials('رانيا خوري')).toBe('ر');
    expect(initials('山田 太郎')).toBe('山');
    expect(initials('דוד כהן')).toBe('דכ');
  });

  it('is empty for names without letters', () => {
    expect(initials('🙂 123')).toBe('');
    expect(initials('')).toBe('');
  });
});

describe('avatarColor', () => {
  it('is one of five and stable', () => {
    const id = '0190a5a0-0000-7000-8000-000000000001';
    expect(avatarColor(id)).toBe(avatarColor(id));
    expect([1, 2, 3, 4, 5]).toContain(avatarColor(id));
  });
});

describe('isWholeNumber', () => {
  it('takes a number with its country code in any spelling', () => {
    for (const text of ['+49 30 5550 1844', '0049-30-55501844', ' +1 (202) 555-0122 '])
      expect(isWholeNumber(text)).toBe(true);
  });

  it('refuses one without it, one cut short, and what is no number', () => {
    for (const text of ['', '030 55501844', '+49', '12', '@ana']) expect(isWholeNumber(text)).toBe(false);
  });
});
