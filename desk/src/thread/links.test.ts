import { describe, expect, it } from 'vitest';
import { piecesOf } from './links.ts';

const links = (text: string) => piecesOf(text).flatMap(({ href }) => href ?? []);

describe('piecesOf', () => {
  it('finds addresses and leaves the sentence its stop', () => {
    expect(piecesOf('See https://a.example/x?y=1. Thanks')).toEqual([
      { text: 'See ', href: undefined, at: 0 },
      { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1', at: 4 },
      { text: '. Thanks', href: undefined, at: 27 },
    ]);
  });

  it('minds brackets', () => {
    expect(links('(https://a.example)')).toEqual(['https://a.example']);
    expect(links('https://a.example/b_(c)')).toEqual(['https://a.example/b_(c)']);
  });

  it('makes no link of anything else', () => {
    expect(links('javascript:alert(1) ftp://a.example www.a.example http://')).toEqual([]);
    expect(piecesOf('')).toEqual([]);
  });
});
