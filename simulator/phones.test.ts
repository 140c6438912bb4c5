import { describe, expect, it } from 'vitest';
import { callingCodeOf, spacedPhone, spellingsOf } from './phones.ts';

describe('phone numbers', () => {
  it.each([
    ['15550002222', '1', '+1 555 000 2222'],
    ['5521900000115', '55', '+55 21 90000 0115'],
    ['5215500000112', '52', '+52 1 550 000 0112'],
    ['2345550000101', '234', '+234 555 000 0101'],
    ['447700900109', '44', '+44 770 090 0109'],
    ['817000000107', '81', '+81 700 000 0107'],
    ['33639980110', '33', '+33 63 998 0110'],
  ])('%s has the calling code %s and is written %s', (digits, code, spaced) => {
    expect([callingCodeOf(digits), spacedPhone(digits)]).toEqual([code, spaced]);
  });

  it('know the national spellings of one line', () => {
    expect(spellingsOf('5568981215248')).toContain('556881215248');
    expect(spellingsOf('525500000112')).toContain('5215500000112');
    expect(spellingsOf('5411555500')).toEqual(['5411555500']);
    expect(spellingsOf('15550002222')).toEqual(['15550002222']);
  });
});
