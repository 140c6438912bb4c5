import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Act, Chain, type Linked, linkHash } from './rules-chain.ts';

const keyed = (text: string) => createHmac('sha256', 'a key').update(text).digest('base64url');

function chainOf(count: number, key = keyed): Linked[] {
  const links: Linked[] = [];
  for (let number = 1; number <= count; number += 1) {
    const act: Act = {
      number,
      at: number * 1_000,
      act: 'recorded',
      requestId: null,
      actorKind: 'user',
      actorId: 'ana',
      actorRole: 'admin',
      detail: { kind: 'erase', accounts: number },
    };
    links.push({ ...act, hash: linkHash('acme', links.at(-1)?.hash ?? '', act, key) });
  }
  return links;
}

function verify(links: readonly Linked[], end = chainOf(5).at(-1) as Linked) {
  const chain = new Chain('acme', keyed);
  for (const link of links) {
    const broken = chain.follow(link);
    if (broken) return broken;
  }
  return chain.end(end);
}

describe('the chain of privacy acts', () => {
  it('holds as it was written, in whatever order a detail is read back', () => {
    const links = chainOf(5);
    expect(verify(links)).toBeUndefined();
    const turned = links.map((one) => ({ ...one, detail: { accounts: one.number, kind: 'erase' } }));
    expect(verify(turned)).toBeUndefined();
  });

  it.each<[string, (links: Linked[]) => unknown, object]>([
    [
      'a detail was changed',
      (links) => Object.assign(links[2] ?? {}, { detail: { kind: 'access' } }),
      { number: 3, why: 'changed' },
    ],
    ['a time was changed', (links) => Object.assign(links[1] ?? {}, { at: 1 }), { number: 2, why: 'changed' }],
    [
      'an actor was changed',
      (links) => Object.assign(links[0] ?? {}, { actorId: 'bo' }),
      { number: 1, why: 'changed' },
    ],
    ['one was removed', (links) => links.splice(2, 1), { number: 3, why: 'missing' }],
    ['the last were removed', (links) => links.splice(3, 2), { number: 4, why: 'missing' }],
    ['all were removed', (links) => links.splice(0, 5), { number: 1, why: 'missing' }],
    [
      'one was put in between',
      (links) => links.splice(2, 0, { ...(links[1] as Linked), number: 3 }),
      { number: 3, why: 'changed' },
    ],
    [
      'everything was written again without the key',
      (links) =>
        links.splice(0, 5, ...chainOf(5, (text) => createHmac('sha256', 'another').update(text).digest('base64url'))),
      { number: 1, why: 'changed' },
    ],
  ])('tells the first broken link where %s', (_what, tamper, expected) => {
    const links = chainOf(5);
    tamper(links);
    expect(verify(links)).toEqual(expected);
  });

  it('is not taken for another portfolio’s', () => {
    const [first] = chainOf(1);
    expect(new Chain('other', keyed).follow(first as Linked)).toEqual({ number: 1, why: 'changed' });
  });
});
