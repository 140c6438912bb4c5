import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyIdOf, keyringOf, UnknownKeyError } from './sealing.ts';

const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const place = ['secrets', 'sealed', 'META_ACCESS_TOKEN'];
const ring = keyringOf(() => [old]);

describe('a value sealed with a key of the operator’s', () => {
  it('opens at its place, and is another each time it is sealed', () => {
    const plain = randomBytes(100);
    const [one, other] = [ring.seal(plain, place), ring.seal(plain, place)];
    expect(ring.open(one, place).equals(plain)).toBe(true);
    expect(one.equals(other)).toBe(false);
    expect(ring.open(ring.seal(Buffer.alloc(0), place), place)).toHaveLength(0);
  });

  it('does not open at another place, nor changed in any byte, nor cut short', () => {
    const sealed = ring.seal(Buffer.from('a token'), place);
    expect(() => ring.open(sealed, ['secrets', 'sealed', 'META_APP_SECRET'])).toThrow();
    expect(() => ring.open(sealed, ['secrets', 'sealedMETA_ACCESS_TOKEN'])).toThrow();
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] as number) ^ 1;
      expect(() => ring.open(changed, place)).toThrow();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(() => ring.open(sealed.subarray(0, length), place)).toThrow();
  });

  it('opens with a key that went before, and is sealed anew with the newest', () => {
    const sealed = ring.seal(Buffer.from('a token'), place);
    const rotated = keyringOf(() => [fresh, old]);
    expect(rotated.open(sealed, place).toString()).toBe('a token');
    expect(rotated.newest).toBe(keyIdOf(fresh));
    const anew = rotated.seal(Buffer.from('a token'), place);
    expect(() => ring.open(anew, place)).toThrow(UnknownKeyError);
    expect(
      keyringOf(() => [fresh])
        .open(anew, place)
        .toString(),
    ).toBe('a token');
  });

  it('is opened by a process that was running before its key came', () => {
    const keys = [old];
    const running = keyringOf(() => keys);
    const sealed = keyringOf(() => [fresh, old]).seal(Buffer.from('a token'), place);
    expect(() => running.open(sealed, place)).toThrow(keyIdOf(fresh));
    keys.unshift(fresh);
    expect(running.open(sealed, place).toString()).toBe('a token');
  });
});
