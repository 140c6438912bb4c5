import { describe, expect, it } from 'vitest';
import { countryOf, languageFor, localeFor } from './language.ts';

describe('which language somebody is spoken to in', () => {
  it('is the one they chose', () => {
    expect(languageFor('hi', ['de-DE', 'en'])).toBe('hi');
  });

  it('is the first of the browser’s that the desk speaks', () => {
    expect(languageFor('system', ['fr-FR', 'pt-PT', 'en-US'])).toBe('pt');
    expect(languageFor('system', ['ar'])).toBe('ar');
  });

  it('is English where the browser asks for none of them', () => {
    expect(languageFor('system', ['fr', 'ja-JP', 'not a tag'])).toBe('en');
    expect(languageFor('system', [])).toBe('en');
  });
});

describe('the locale', () => {
  it('is as the browser asks for that language', () => {
    expect(localeFor('en', ['de-DE', 'en-NZ'])).toBe('en-NZ');
    expect(localeFor('ar', ['ar-EG'])).toBe('ar-EG');
  });

  it('takes the region of another language where its own has none', () => {
    expect(localeFor('de', ['en-IN'])).toBe('de-IN');
    expect(localeFor('es', ['es', 'en-US'])).toBe('es-US');
  });

  it('stands alone where no region is known; Portuguese is Brazil’s', () => {
    expect(localeFor('hi', ['en'])).toBe('hi');
    expect(localeFor('pt', [])).toBe('pt-BR');
  });

  it('tells the country, also where only the language is known', () => {
    expect(countryOf('en-IN')).toBe('IN');
    expect(countryOf('pt')).toBe('BR');
  });
});
