import { describe, expect, it } from 'vitest';
import { folded, foldedWords, searchable } from './folding.ts';

describe('text as it is looked for', () => {
  it.each([
    ['José Ángel', 'jose angel'],
    ['ÉMILE', 'emile'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ПРИВЕТ', 'привет'],
    ['مُحَمَّد', 'محمد'],
    ['أحمد', 'احمد'],
    ['फ़ोन', 'फोन'],
    ['नमस्ते', 'नमस्ते'],
    ['ＡＢＣ', 'abc'],
  ])('%s is looked for as %s', (text, as) => {
    expect(folded(text)).toBe(as.normalize('NFC'));
  });

  it('has letters of every script in ASCII, so that an index of trigrams knows them', () => {
    expect(searchable('Привет мир')).toMatch(/^[\0-\x7f]+$/);
    expect(searchable('ПРИВЕТ')).toBe(searchable('привет'));
    expect(searchable('привет мир')).toContain(searchable('вет'));
    expect(searchable('ana.prueba 15552000001')).toBe('ana.prueba 15552000001');
  });

  it('never finds a letter between two others', () => {
    const letters = searchable('कखगघ');
    expect(letters.slice(2, 6)).not.toMatch(/^[A-Z]/);
    expect(letters.match(/[A-Z]/g)).toHaveLength(4);
  });

  it('knows words and where they stand', () => {
    const text = '¡Hola, José! नमस्ते 👋 ORD-4711';
    const words = foldedWords(text);
    expect(words.map((word) => word.folded)).toEqual(['hola', 'jose', 'नमस्ते', 'ord', '4711']);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['Hola', 'José', 'नमस्ते', 'ORD', '4711']);
  });
});
