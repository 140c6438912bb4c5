import type { places as english } from '../en/places.ts';

export const places: Record<keyof typeof english, string> = {
  'places.people': 'Contactos',
  'places.privacy': 'Privacidad',
  'places.privacySettings': 'Privacidad y conservación',
  'places.board': 'Panel',
};
