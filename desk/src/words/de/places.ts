import type { places as english } from '../en/places.ts';

export const places: Record<keyof typeof english, string> = {
  'places.people': 'Kontakte',
  'places.privacy': 'Datenschutz',
  'places.privacySettings': 'Datenschutz und Aufbewahrung',
  'places.board': 'Übersicht',
};
