import { describe, expect, it } from 'vitest';
import { parseBsuid, parseE164, parseParentBsuid, parseUsername } from './identifiers.ts';

describe('an identifier', () => {
  it.each(['MY.2035200694071263', 'US.ENT.2000000000000001', 'US.1', '1555000x2222', '+1.555.000.2222', '', '0155500'])(
    'is no phone where it is %j',
    (text) => expect(parseE164(text)).toBeUndefined(),
  );

  it.each(['15550002222', '+1 (555) 000-2222', '+1\u00a0555\u2011000\u20112222'])('is one phone as %j', (text) =>
    expect(parseE164(text)).toBe('+15550002222'),
  );

  it('is an account’s or a parent’s, never both', () => {
    expect([parseBsuid('US.1'), parseParentBsuid('US.1')]).toEqual(['US.1', undefined]);
    expect([parseBsuid('US.ENT.1'), parseParentBsuid('US.ENT.1')]).toEqual([undefined, 'US.ENT.1']);
    for (const text of ['us.1', 'US.', 'US.1 ', 'xUS.1', 'US.1.2']) expect(parseBsuid(text), text).toBeUndefined();
  });

  it('is a username with or without its @, and never a number', () => {
    expect([parseUsername('@ana.prueba'), parseUsername('Ana_1')]).toEqual(['ana.prueba', 'Ana_1']);
    for (const text of ['15550002222', 'an', '@', 'ana prueba']) expect(parseUsername(text), text).toBeUndefined();
  });
});
