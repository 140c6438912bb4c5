import { describe, expect, it } from 'vitest';
import { readPhone } from './rules-phone.ts';

describe('a cell that should hold a number', () => {
  it.each([
    ['+1 (555) 010-2001', undefined, '+15550102001'],
    ['0044 7911 123456', undefined, '+447911123456'],
    ["'+447911123456", undefined, '+447911123456'],
    ['07911 123456', 'GB', '+447911123456'],
    ['7911123456', 'GB', '+447911123456'],
    ['447911123456', 'GB', '+447911123456'],
    ['011 15 1234-5678', 'AR', '+5491112345678'],
    ['+57 300 1234567', 'GB', '+573001234567'],
    [' 5550102001 ', 'US', '+15550102001'],
  ])('%j in %s is %s', (cell, region, phone) => expect(readPhone(cell, region)).toEqual({ kind: 'phone', phone }));

  it.each([
    ['', 'not_a_number', /empty/],
    ['4.479E+11', 'not_a_number', /shortened this number/],
    ['4,479E11', 'not_a_number', /shortened this number/],
    ['07911 123456', 'not_a_number', /no country code/],
    ['+44 79111234567890', 'not_a_number', /so many digits/],
    ['+44 7911 123456 x12', 'not_a_number', /letters/],
    ['800-FLOWERS', 'not_a_number', /letters/],
    ['n/a', 'not_a_number', /letters/],
    ['none', 'not_a_number', /letters/],
    ['="+447911123456"', 'not_a_number', /./],
    ['+15550102001, +15550102002', 'not_a_number', /not one phone number/],
    ['+15550102001 / +15550102002', 'not_a_number', /not one phone number/],
    ['+999 123456', 'not_a_number', /country code/],
    ['+8991234567890', 'not_a_number', /stand-in/],
    ['8991234567890', 'not_a_number', /stand-in/],
    ['12.5', 'not_a_number', /./],
    ['@ana.prueba', 'username_not_addressable', /never to a username/],
    ['ana.prueba', 'username_not_addressable', /never to a username/],
    ['US.1000000000000001', 'bsuid_needs_relationship', /id of a WhatsApp account/],
    ['US.ENT.2000000000000001', 'bsuid_needs_relationship', /id of a WhatsApp account/],
    // Stripped to its digits this would be the number of a stranger in Malaysia.
    ['MY.2035200694071263', 'bsuid_needs_relationship', /id of a WhatsApp account/],
  ])('%j is refused as %s', (cell, reach, why) => {
    const read = readPhone(cell, undefined);
    expect(read).toMatchObject({ kind: 'refused', reach });
    expect(read.kind === 'refused' && read.why).toMatch(why);
  });
});
