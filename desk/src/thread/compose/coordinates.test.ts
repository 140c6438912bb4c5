import { describe, expect, it } from 'vitest';
import { readCoordinates } from './coordinates.ts';

describe('a place as it is pasted', () => {
  const place = { latitude: 6.4541, longitude: 3.3947 };
  it.each([
    '6.4541, 3.3947',
    '6.4541 3.3947',
    'https://www.google.com/maps/@6.4541,3.3947,15z',
    'https://www.google.com/maps/search/?api=1&query=6.4541%2C3.3947',
    'https://www.openstreetmap.org/?mlat=6.4541&mlon=3.3947#map=16/6.4541/3.3947',
    'https://maps.apple.com/?q=6.4541,3.3947',
  ])('is read from %s', (text) => {
    expect(readCoordinates(text)).toEqual(place);
  });

  it.each(['', 'Marina 14, Lagos', '91, 3', '6, 181', 'https://maps.app.goo.gl/x1y2z3'])(
    'is not read from "%s"',
    (text) => {
      expect(readCoordinates(text)).toBeUndefined();
    },
  );
});
