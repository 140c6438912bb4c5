import { describe, expect, it } from 'vitest';
import { kindText, lengthText, moneyText, sizeText } from './files.ts';

describe('words about files', () => {
  it('counts sizes in thousands, with one digit where it says something', () => {
    expect([0, 999, 1000, 2_440_000, 16_000_000].map(sizeText)).toEqual([
      '0 bytes',
      '999 bytes',
      '1 kB',
      '2.4 MB',
      '16 MB',
    ]);
  });

  it('writes lengths as a clock does', () => {
    expect([0, 14.9, 65, 3729].map(lengthText)).toEqual(['0:00', '0:14', '1:05', '1:02:09']);
  });

  it('names a kind by what it is, then by its name, then not at all', () => {
    expect(kindText('application/pdf', 'x.exe')).toBe('PDF');
    expect(kindText('application/octet-stream', 'drawing.dwg')).toBe('DWG');
    expect(kindText('image/png', undefined)).toBe('PNG');
    expect(kindText('application/octet-stream', 'no ending')).toBe('File');
  });

  it('writes money in its currency, and does not fail on one nobody knows', () => {
    expect(moneyText(454.4, 'BRL')).toBe('R$454.40');
    expect(moneyText(3, 'not a currency')).toBe('3 not a currency');
    expect(moneyText(3, undefined)).toBe('3.00');
  });
});
