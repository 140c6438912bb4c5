// Maps a place can be opened in. The choice is the person's, kept in this browser.

import { readKept, writeKept } from '../../api/kept.ts';
import { say } from '../../words/say.tsx';

export const maps = () =>
  [
    { id: 'osm', label: 'OpenStreetMap' },
    { id: 'google', label: 'Google Maps' },
    { id: 'apple', label: 'Apple Maps' },
    { id: 'app', label: say('kinds.mapApp') },
  ] as const;
export type MapName = ReturnType<typeof maps>[number]['id'];

interface Place {
  latitude: number;
  longitude: number;
}

export function mapAddress(map: MapName, { latitude, longitude }: Place): string {
  const at = `${latitude},${longitude}`;
  switch (map) {
    case 'osm':
      return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
    case 'google':
      return `https://www.google.com/maps/search/?api=1&query=${at}`;
    case 'apple':
      return `https://maps.apple.com/?q=${at}`;
    case 'app':
      return `geo:${at}?q=${at}`;
  }
}

/** "6.45407, 3.39467": five digits are about a meter. */
export function coordinatesText({ latitude, longitude }: Place): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

export function chosenMap(): MapName {
  const kept = readKept('map');
  return maps().find(({ id }) => id === kept)?.id ?? 'osm';
}

export function chooseMap(map: MapName): void {
  writeKept('map', map);
}
