import { describe, expect, it } from 'vitest';
import { isLostPart } from './lost-part.tsx';

describe('a part that could not be fetched', () => {
  it.each([
    'Failed to fetch dynamically imported module: https://desk.example/assets/board-screen-x.js',
    'error loading dynamically imported module: https://desk.example/assets/board-screen-x.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/board-screen-x.css',
  ])('is told by what browsers say of it: %s', (message) => {
    expect(isLostPart(new TypeError(message))).toBe(true);
  });

  it('is no error of a part that is there', () => {
    expect(isLostPart(new TypeError("Cannot read properties of undefined (reading 'name')"))).toBe(false);
    expect(isLostPart('Failed to fetch')).toBe(false);
  });
});
