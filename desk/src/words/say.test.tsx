import type { PlacesOf } from '@throughline/contract';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { say } from './say.tsx';

describe('saying', () => {
  it('says a sentence of the catalog', () => {
    expect(say('signIn.title')).toBe('Sign in');
  });

  it('knows the places of a message by its text', () => {
    expectTypeOf<PlacesOf<'Waiting since {day}, {name}'>>().toEqualTypeOf<'day' | 'name'>();
    expectTypeOf<PlacesOf<'{count, plural, one {# note by {who}} other {# notes by {who}}}'>>().toEqualTypeOf<
      'count' | 'who'
    >();
    expectTypeOf<PlacesOf<'Nothing to fill in'>>().toEqualTypeOf<never>();
  });
});
