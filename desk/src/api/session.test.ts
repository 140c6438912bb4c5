import { describe, expect, it } from 'vitest';
import { RequestProblem } from './client.ts';
import { safeTarget, signInFailure } from './session.ts';

describe('safeTarget', () => {
  it('returns to the page that was wanted', () => {
    expect(safeTarget('/inbox/1?view=hidden')).toBe('/inbox/1?view=hidden');
    expect(safeTarget('/parked')).toBe('/parked');
  });

  it('never leads out of the desk or back to the door', () => {
    for (const to of [undefined, '', 'https://example.org', '//example.org', '/\\example.org', '/sign-in?to=/inbox']) {
      expect(safeTarget(to)).toBe('/inbox');
    }
  });
});

describe('signInFailure', () => {
  it('passes on what the server said', () => {
    const problem = new RequestProblem(401, { message: 'Invalid email or password' });
    expect(signInFailure(problem)).toBe('Invalid email or password');
  });

  it('says when to come back where the server is busy or unwell', () => {
    expect(signInFailure(new RequestProblem(429, {}))).toMatch(/Wait a minute/);
    expect(signInFailure(new RequestProblem(500, { message: 'stack' }))).toMatch(/Try again in a moment/);
  });
});
